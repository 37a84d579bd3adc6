"""Hours by event and school over a time, and events by what they build. Nobody can be found in it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.attending.desk.statement import period_in
from events.attending.hours import given_between, in_hours
from events.attending.models import HoursTotal
from events.attending.rights import runs_all
from events.models import EventPage, Occurrence
from events.models.kinds import FourC
from schools.tables import table_file

COLUMNS = (_("school"), _("event"), _("times somebody came"), _("hours"), _("of these assumed"))


@dataclass
class Sum:
    school: str
    title: str
    times: int = 0
    minutes: int = 0
    assumed_minutes: int = 0

    @property
    def hours(self) -> str:
        return in_hours(self.minutes)

    @property
    def assumed_hours(self) -> str:
        return in_hours(self.assumed_minutes)


@require_safe
def hours_report(request: HttpRequest) -> HttpResponse:
    if not runs_all(request.user):
        raise PermissionDenied
    start, end = period_in(request.GET)
    sums = sums_between(start, end)
    if form := request.GET.get("export"):
        rows = ([each.school, each.title, str(each.times), each.hours, each.assumed_hours] for each in sums)
        return table_file("volunteer-hours", form, COLUMNS, rows)
    context = {"sums": sums, "start": start, "end": end, "builds": builds_between(start, end)}
    return render(request, "events/attending/admin/hours.html", context)


def sums_between(start: date, end: date) -> list[Sum]:
    """Of people who are still known, and of school years inside this time whose people are forgotten."""
    sums: dict[int | str, Sum] = {}
    for attendance in given_between(start, end):
        event = attendance.sign_up.shift_date.occurrence.event
        if event.pk not in sums:
            sums[event.pk] = Sum(_school(event.school or event.host_school), event.title)
        _add(sums[event.pk], 1, attendance.minutes, attendance.minutes if attendance.assumed else 0)
    for total in HoursTotal.objects.filter(year_begins__gte=start, year_begins__lte=end).select_related("school"):
        key = total.event_id or f"gone {total.pk}"
        _add(
            sums.setdefault(key, Sum(_school(total.school), total.title)),
            total.times,
            total.minutes,
            total.assumed_minutes,
        )
    return sorted(sums.values(), key=lambda each: (each.school, each.title))


def _school(school: Any) -> str:
    return school.title if school else gettext("the district")


def _add(total: Sum, times: int, minutes: int, assumed_minutes: int) -> None:
    total.times += times
    total.minutes += minutes
    total.assumed_minutes += assumed_minutes


def builds_between(start: date, end: date) -> list[tuple[str, int]]:
    """How many events of this time build each of the four Cs; an event may build several."""
    held = Occurrence.objects.filter(day__gte=start, day__lte=end, is_cancelled=False).values("event")
    found = EventPage.objects.facts().filter(pk__in=held).values_list("builds", flat=True)
    counted = Counter(each for builds in found for each in builds)
    return [(str(label), counted[value]) for value, label in FourC.choices]
