from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from core.accounts.doors import may_enter_the_admin

GUARDED = ("/admin/", "/django-admin/")
WAYS_OUT = ("/admin/login/", "/admin/logout/", "/django-admin/login/", "/django-admin/logout/")


class StaffMfaMiddleware:
    """Nobody enters the admin without a second factor where the installation asks for one.

    Somebody signed in without any right there is told so: the admin would send them to the sign-in page, which
    would send them back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        if path.startswith(GUARDED) and path not in WAYS_OUT and request.user.is_authenticated:
            if not may_enter_the_admin(request.user):
                raise PermissionDenied
            if settings.STAFF_MFA_REQUIRED and not is_mfa_enabled(request.user):
                return redirect("mfa_activate_totp")
        return self.get_response(request)
