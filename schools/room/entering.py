"""Who may enter the ambassadors' room: those in office today, and those who appoint them. Asked at every request."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from schools.calendar import today
from schools.models import Appointment, Person


@dataclass(frozen=True)
class Member:
    """`person` is empty for an office that only coordinates; `leads` moves ideas and sees everybody's trainings."""

    account: Any
    person: Person | None
    leads: bool

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.account.get_full_name() or self.account.get_username()


def member(account: Any) -> Member | None:
    """None from the day after the last term's end, whatever groups the account is still in."""
    leads = account.has_perm("schools.change_appointment")
    if not leads and not Appointment.objects.of(account).on(today()).exists():
        return None
    return Member(account, Person.objects.filter(account=account).first(), leads)


MemberView = Callable[..., HttpResponse]


def for_members(view: MemberView) -> MemberView:
    """The view gets the member as its second argument. Nothing it answers is kept or indexed by anybody."""

    @never_cache
    @login_required
    @wraps(view)
    def entering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = member(request.user)
        if found is None:
            raise Http404  # Who is not a member learns nothing of what is here.
        if settings.STAFF_MFA_REQUIRED and not is_mfa_enabled(request.user):
            return redirect("mfa_activate_totp")
        response = view(request, found, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return entering
