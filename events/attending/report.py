"""Hours by event and school over a time, and events by what they build. Nobody can be found in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.attending.desk.statement import period_in
from events.attending.hours import given_between, in_hours, school_year
from events.attending.models import HoursTotal
from events.attending.rights import at_the_event_desk, events_of, may_record_checks, runs_all
from events.models import EventPage, Occurrence
from events.models.kinds import FourC
from schools.asking.rights import school_ids
from schools.models import SchoolPage
from schools.tables import Cell, table_file

COLUMNS = (
    _("school"),
    _("event"),
    _("times somebody came"),
    pgettext_lazy("given by volunteers", "hours"),
    _("of these assumed"),
)
BUILDS = (_("What it builds"), _("events"))
EVENT = "sign_up__shift_date__occurrence__event__"


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


@dataclass(frozen=True)
class Report:
    """Both days included; of the events whose people `account` may see."""

    account: Any
    start: date
    end: date

    @cached_property
    def sums(self) -> list[Sum]:
        """Of people who are still known, and of school years inside this time whose people are forgotten."""
        sums: dict[int | str, Sum] = {}
        given = list(given_between(self.start, self.end).filter(events_of(self.account, EVENT)))
        schools = schools_of(attendance.sign_up.shift_date.occurrence.event for attendance in given)
        for attendance in given:
            event = attendance.sign_up.shift_date.occurrence.event
            row = sums.setdefault(event.pk, Sum(schools.get(event.pk) or gettext("the district"), event.title))
            _add(row, 1, attendance.minutes, attendance.minutes if attendance.assumed else 0)
        for total in self._totals[0]:
            school = total.school.title if total.school else gettext("the district")
            row = sums.setdefault(total.event_id or f"gone {total.pk}", Sum(school, total.title))
            _add(row, total.times, total.minutes, total.assumed_minutes)
        return sorted(sums.values(), key=lambda each: (each.school, each.title))

    @property
    def schools(self) -> list[Sum]:
        schools: dict[str, Sum] = {}
        for each in self.sums:
            _add(schools.setdefault(each.school, Sum(each.school, "")), each.times, *each.both)
        return list(schools.values())

    @property
    def left_out(self) -> str:
        """Hours of whom only the school year is known; empty where there are none."""
        minutes = sum(total.minutes for total in self._totals[1])
        return in_hours(minutes) if minutes else ""

    @property
    def builds(self) -> list[tuple[str, int]]:
        """How many events of this time build each of the four Cs; an event may build several."""
        held = Occurrence.objects.filter(day__gte=self.start, day__lte=self.end, is_cancelled=False)
        events = EventPage.objects.facts().filter(pk__in=held.values("event")).filter(events_of(self.account))
        counted = Counter(each for builds in events.values_list("builds", flat=True) for each in builds)
        return [(str(label), counted[value]) for value, label in FourC.choices]

    @cached_property
    def _totals(self) -> tuple[list[HoursTotal], list[HoursTotal]]:
        """Those of school years wholly in this time, and those partly in it."""
        totals: tuple[list[HoursTotal], list[HoursTotal]] = ([], [])
        near = HoursTotal.objects.filter(year_begins__gt=self.start - timedelta(days=366), year_begins__lte=self.end)
        if not runs_all(self.account):
            near = near.filter(school__in=school_ids(self.account))
        for total in near.select_related("school").order_by("pk"):
            begins, ends = total.year_begins, school_year(total.year_begins)[1]
            if ends >= self.start:
                totals[not (self.start <= begins and ends <= self.end)].append(total)
        return totals

    def table(self, name: str, form: str) -> HttpResponse:
        """`name` and `form` as an address has them."""
        if name == "builds":
            return table_file("events-by-what-they-build", form, BUILDS, self.builds)
        return table_file("volunteer-hours", form, COLUMNS, map(_line, self.sums))


@require_safe
def hours_report(request: HttpRequest) -> HttpResponse:
    """In the admin, for the office."""
    if not runs_all(request.user):
        raise PermissionDenied
    return _shown(request, "events/attending/admin/hours.html")


@at_the_event_desk
@require_safe
def hours_at_the_desk(request: HttpRequest) -> HttpResponse:
    """For the family office, and for the people of a school about their own."""
    if not may_record_checks(request.user):
        raise Http404
    return _shown(request, "events/attending/report.html")


def _shown(request: HttpRequest, template: str) -> HttpResponse:
    report = Report(request.user, *period_in(request.GET))
    if form := request.GET.get("export"):
        return report.table(request.GET.get("table", ""), form)
    return render(request, template, {"report": report})


def _line(each: Sum) -> list[Cell]:
    return [each.school, each.title, each.times, _number(each.minutes), _number(each.assumed_minutes)]


def _number(minutes: int) -> float:
    """Hours as a spreadsheet adds them."""
    return round(minutes / 60, 2)


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


def _add(total: Sum, times: int, minutes: int, assumed_minutes: int) -> None:
    total.times += times
    total.minutes += minutes
    total.assumed_minutes += assumed_minutes
