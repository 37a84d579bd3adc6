"""Pages of people who have signed in but need no admin: signed in, with a second factor where staff needs one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

View = Callable[..., HttpResponseBase]


def room_of(
    is_open: Callable[[Any], bool], *, sign_in: str = "account_login", second_factor: bool = True
) -> Callable[[View], View]:
    """For views behind a door: who has nothing to do there finds nothing; search engines find nothing either.

    `sign_in` is the name of the page that leads in.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not is_open(request.user):
                raise Http404
            if second_factor and settings.STAFF_MFA_REQUIRED and not is_mfa_enabled(request.user):
                return redirect("mfa_activate_totp")
            response = view(request, *args, **kwargs)
            response["X-Robots-Tag"] = "noindex"
            return response

        return never_cache(sensitive_post_parameters()(login_required(guarded, login_url=sign_in)))

    return decorate
