"""Hours by event and school over a time, and events by what they build. Nobody can be found in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.attending.desk.statement import period_in
from events.attending.hours import given_between, in_hours, school_year
from events.attending.models import HoursTotal
from events.attending.rights import runs_all
from events.models import EventPage, Occurrence
from events.models.kinds import FourC
from schools.models import SchoolPage
from schools.tables import Cell, table_file

COLUMNS = (_("school"), _("event"), _("times somebody came"), _("hours"), _("of these assumed"))


@dataclass
class Sum:
    school: str
    title: str
    times: int = 0
    minutes: int = 0
    assumed_minutes: int = 0

    @property
    def both(self) -> tuple[int, int]:
        return self.minutes, self.assumed_minutes

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
        return table_file("volunteer-hours", form, COLUMNS, map(_line, sums))
    context = {
        "sums": sums,
        "schools": by_school(sums),
        "left_out": left_out_between(start, end),
        "start": start,
        "end": end,
        "builds": builds_between(start, end),
    }
    return render(request, "events/attending/admin/hours.html", context)


def _line(each: Sum) -> list[Cell]:
    return [each.school, each.title, each.times, _number(each.minutes), _number(each.assumed_minutes)]


def _number(minutes: int) -> float:
    """Hours as a spreadsheet adds them."""
    return round(minutes / 60, 2)


def sums_between(start: date, end: date) -> list[Sum]:
    """Of people who are still known, and of school years inside this time whose people are forgotten."""
    sums: dict[int | str, Sum] = {}
    given = list(given_between(start, end))
    schools = schools_of(attendance.sign_up.shift_date.occurrence.event for attendance in given)
    for attendance in given:
        event = attendance.sign_up.shift_date.occurrence.event
        row = sums.setdefault(event.pk, Sum(schools.get(event.pk) or gettext("the district"), event.title))
        _add(row, 1, attendance.minutes, attendance.minutes if attendance.assumed else 0)
    for total in totals_between(start, end)[0]:
        school = total.school.title if total.school else gettext("the district")
        row = sums.setdefault(total.event_id or f"gone {total.pk}", Sum(school, total.title))
        _add(row, total.times, total.minutes, total.assumed_minutes)
    return sorted(sums.values(), key=lambda each: (each.school, each.title))


def totals_between(start: date, end: date) -> tuple[list[HoursTotal], list[HoursTotal]]:
    """Of who is forgotten only the school year is known: those wholly in this time, and those partly in it."""
    totals: tuple[list[HoursTotal], list[HoursTotal]] = ([], [])
    near = HoursTotal.objects.filter(year_begins__gt=start - timedelta(days=366), year_begins__lte=end)
    for total in near.select_related("school").order_by("pk"):
        begins, ends = total.year_begins, school_year(total.year_begins)[1]
        if ends >= start:
            totals[not (start <= begins and ends <= end)].append(total)
    return totals


def left_out_between(start: date, end: date) -> str:
    """Empty where nothing is."""
    minutes = sum(total.minutes for total in totals_between(start, end)[1])
    return in_hours(minutes) if minutes else ""


def schools_of(events: Iterable[EventPage]) -> dict[int, str]:
    """Where each takes place, else who holds it, by the event's key and in one query; none for the district's own."""
    known = list(events)
    above = {event.pk: event.path[: -event.steplen] for event in known}
    found = SchoolPage.objects.filter(
        Q(pk__in={event.school_id for event in known}) | Q(path__in=set(above.values()))
    ).values_list("pk", "path", "title")
    titles: dict[Any, str] = {}
    for pk, path, title in found:
        titles |= {pk: title, path: title}
    named = {event.pk: titles.get(event.school_id) or titles.get(above[event.pk]) for event in known}
    return {pk: title for pk, title in named.items() if title}


def by_school(sums: Iterable[Sum]) -> list[Sum]:
    schools: dict[str, Sum] = {}
    for each in sums:
        _add(schools.setdefault(each.school, Sum(each.school, "")), each.times, *each.both)
    return list(schools.values())


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
