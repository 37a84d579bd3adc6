"""Who sees the people of an event: the office, the people of its school, and whoever leads the shift. Nobody else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from events.models import Occurrence
from events.signups.models import ShiftDate, SignUp
from schools.asking.rights import school_ids
from schools.models import SchoolPage

View = Callable[..., HttpResponse]
ALL = "signups.run_all"


def runs_all(account: Any) -> bool:
    return bool(account.has_perm(ALL))


def may_record_checks(account: Any) -> bool:
    """Not whoever only leads a shift: what a check said stays between the volunteer and the school."""
    return runs_all(account) or bool(school_ids(account))


def is_at_the_event_desk(account: Any) -> bool:
    return may_record_checks(account) or ShiftDate.objects.filter(lead__account=account).exists()


def shift_dates_for(account: Any) -> Any:
    rows = ShiftDate.objects.whole()
    if runs_all(account):
        return rows
    seen = Q(lead__account=account)
    for pk, path in SchoolPage.objects.filter(pk__in=school_ids(account)).values_list("pk", "path"):
        seen |= Q(occurrence__event__school=pk) | Q(occurrence__event__path__startswith=path)
    return rows.filter(seen)


def date_for(account: Any, pk: int) -> tuple[Occurrence, list[ShiftDate]]:
    """A date with those of its shifts this account may see. The same answer for another's date and for none at all."""
    rows = list(shift_dates_for(account).filter(occurrence=pk).order_by("starts_at", "pk"))
    if not rows:
        raise Http404
    return rows[0].occurrence, rows


def sign_up_for(account: Any, pk: int) -> SignUp:
    found = SignUp.objects.whole().filter(pk=pk, shift_date__in=shift_dates_for(account)).first()
    if found is None:
        raise Http404
    return found


def at_the_event_desk(view: View) -> View:
    """Signed in, with the second factor where staff needs one, and with an event to run."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_at_the_event_desk(request.user):
            raise Http404
        if settings.STAFF_MFA_REQUIRED and not is_mfa_enabled(request.user):
            return redirect("mfa_activate_totp")
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return never_cache(sensitive_post_parameters()(login_required(guarded)))
