"""Who sees which requests: people of a school those of that school, the office all. No other exists for them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from schools.asking.models import HelpRequest
from schools.asking.querysets import HelpRequestQuerySet
from schools.calendar import today
from schools.models import Appointment, SchoolPage

View = Callable[..., HttpResponse]
ALL = "asking.answer_all"


def answers_all(account: Any) -> bool:
    return bool(account.has_perm(ALL))


def school_ids(account: Any) -> list[int]:
    """Where this person is appointed today."""
    return list(Appointment.objects.on(today()).of(account).values_list("school_id", flat=True))


def is_at_the_desk(account: Any) -> bool:
    return answers_all(account) or bool(school_ids(account))


def schools_for(account: Any) -> Any:
    live = SchoolPage.objects.facts().live().order_by("title")
    return live if answers_all(account) else live.filter(pk__in=school_ids(account))


def requests_for(account: Any) -> HelpRequestQuerySet:
    requests: HelpRequestQuerySet = HelpRequest.objects.whole()
    return requests if answers_all(account) else requests.at(school_ids(account))


def request_for(account: Any, reference: str) -> HelpRequest:
    """The same answer for a request of another school and for one that never was."""
    found = requests_for(account).filter(reference=reference).first()
    if found is None:
        raise Http404
    return found


def at_the_desk(view: View) -> View:
    """Signed in, with the second factor where staff needs one, and with somebody to answer."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_at_the_desk(request.user):
            raise Http404
        if settings.STAFF_MFA_REQUIRED and not is_mfa_enabled(request.user):
            return redirect("mfa_activate_totp")
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return never_cache(sensitive_post_parameters()(login_required(guarded)))
