"""Checks that end: the volunteer hears of it a month ahead, once, and the office sees a line."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext, override

from core.awaiting import Line
from core.clock import day_and_year_in_words
from core.mail import post
from core.models import said
from events.attending.rights import runs_all
from events.volunteers.models import Clearance
from schools.calendar import today

AHEAD = timedelta(days=30)


def ending() -> QuerySet[Clearance]:
    """Within a month, of people who are known; one that was renewed does not end."""
    soon = Clearance.objects.filter(expires_on__gte=today(), expires_on__lte=today() + AHEAD)
    known = soon.exclude(volunteer__person_key="").select_related("volunteer", "tier")
    renewed = [
        each.pk for each in known if each.volunteer.is_cleared_for(each.tier, today() + AHEAD + timedelta(days=1))
    ]
    return known.exclude(pk__in=renewed)


def warn() -> None:
    """A step of `tick`."""
    for clearance in ending().filter(warned_on=None):
        _warn(clearance)


@transaction.atomic
def _warn(clearance: Clearance) -> None:
    if not Clearance.objects.filter(pk=clearance.pk, warned_on=None).update(warned_on=today()):
        return
    volunteer, language = clearance.volunteer, clearance.volunteer.language
    if volunteer.email and clearance.expires_on:
        with override(language):
            day = day_and_year_in_words(clearance.expires_on)
            check, steps = said(clearance.tier.name, language).text, clearance.tier.steps_in(language)
        key, context = f"clearance:{volunteer.pk}:{clearance.pk}", {"check": check, "day": day, "steps": steps}
        try:
            post("clearance_ends", volunteer.email, language, key, context)
        except ValidationError:
            return  # An address that cannot be written to; the office sees the line.


def lines_of(account: Any) -> Iterator[Line]:
    if runs_all(account) and account.has_perm("volunteers.view_volunteer"):
        count = ending().count()
        text = ngettext("check of a volunteer ends within 30 days", "checks of volunteers end within 30 days", count)
        yield Line(count, text, f"{reverse('wagtailsnippets_volunteers_volunteer:list')}?ending=soon")
