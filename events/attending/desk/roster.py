"""One date: who comes to which shift, and what they need."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core.clock import time_in_words
from core.context import dialable
from core.spoken import spoken_name
from events.attending.desk.lists import Counted, counted
from events.attending.models import Attendance
from events.attending.rights import at_the_event_desk, date_for, may_record_checks
from events.models import Occurrence
from events.signups.models import ACTIVE, ShiftDate, SignUp, State
from schools.tables import table_file

COLUMNS = (
    _("shift"),
    _("name"),
    _("phone or e-mail"),
    _("language"),
    _("state"),
    _("children in child care"),
    _("interpreter for"),
    _("notes"),
    _("came"),
    _("left"),
)


@dataclass(frozen=True)
class Name:
    """A line of the roster."""

    pk: int
    sign_up: SignUp
    name: str
    reach: str
    href: str
    language: str
    state: str
    interpreter: str
    entered_by: str
    attendance: Attendance | None
    came: str
    left: str

    @property
    def is_coming(self) -> bool:
        return self.sign_up.state == State.CONFIRMED

    @property
    def did_not_come(self) -> bool:
        return self.attendance is not None and self.attendance.did_not_come


@dataclass(frozen=True)
class Roster:
    counted: Counted
    names: list[Name]
    children: int
    interpreters: list[tuple[str, int]]
    gone: list[SignUp]


def rosters(rows: list[ShiftDate]) -> list[Roster]:
    """Of shifts this account may see. Who cancelled is not on it, but who did not come is."""
    gone = _gone(rows)
    shown = counted(ShiftDate.objects.whole().filter(pk__in=[row.pk for row in rows]))
    people: dict[int, list[Name]] = {row.pk: [] for row in rows}
    zone = rows[0].occurrence.event.zone
    for sign_up in _people(rows):
        people[sign_up.shift_date_id].append(_name(sign_up, zone))
    return [_roster(each, people[each.row.pk], gone[each.row.pk]) for each in shown]


def _gone(rows: Iterable[ShiftDate]) -> dict[int, list[SignUp]]:
    """Who is not on the list any more and could be put back, by shift; the last one first."""
    gone: dict[int, list[SignUp]] = {row.pk: [] for row in rows}
    here = SignUp.objects.active().values("volunteer", "shift_date")
    found = SignUp.objects.filter(shift_date__in=gone, state__in=(State.CANCELLED, State.EXPIRED))
    found = found.exclude(attendance__did_not_come=True).select_related("volunteer")
    taken = {(each["volunteer"], each["shift_date"]) for each in here.filter(shift_date__in=gone)}
    for sign_up in found.order_by("-cancelled_at", "-pk"):
        place = (sign_up.volunteer_id, sign_up.shift_date_id)
        if place not in taken:
            taken.add(place)
            gone[sign_up.shift_date_id].append(sign_up)
    return gone


def _people(rows: Iterable[ShiftDate]) -> list[SignUp]:
    all_of_them = SignUp.objects.filter(shift_date__in=list(rows))
    listed = all_of_them.filter(state__in=ACTIVE) | all_of_them.filter(attendance__did_not_come=True)
    found = list(listed.select_related("volunteer", "shift_date", "entered_by", "attendance").distinct())
    line = [sign_up for sign_up in found if sign_up.state == State.WAITING]
    there = [sign_up for sign_up in found if sign_up.state != State.WAITING]
    return sorted(there, key=lambda each: each.volunteer.name.casefold()) + line


def _roster(each: Counted, names: list[Name], gone: list[SignUp]) -> Roster:
    holding = [name for name in names if name.sign_up.holds_a_place]
    asked = Counter(name.interpreter for name in holding if name.interpreter)
    return Roster(each, names, sum(name.sign_up.children for name in holding), sorted(asked.items()), gone)


def _name(sign_up: SignUp, zone: Any) -> Name:
    volunteer, attendance = sign_up.volunteer, getattr(sign_up, "attendance", None)
    state = sign_up.get_state_display()
    if attendance is not None and attendance.did_not_come:
        state = gettext("did not come")
    by = sign_up.entered_by
    phone = volunteer.phone
    return Name(
        pk=sign_up.pk,
        sign_up=sign_up,
        name=str(volunteer),
        reach=volunteer.reach,
        href=f"tel:{dialable(phone)}" if phone else f"mailto:{volunteer.email}" if volunteer.email else "",
        language=spoken_name(volunteer.language),
        state=state,
        interpreter=spoken_name(sign_up.interpreter) if sign_up.interpreter else "",
        entered_by=(by.get_full_name() or by.get_username()) if by else "",
        attendance=attendance,
        came=_clock(attendance and attendance.came_at, zone),
        left=_clock(attendance and attendance.left_at, zone),
    )


def _clock(at: datetime | None, zone: Any) -> str:
    return time_in_words(at.astimezone(zone).time()) if at else ""


def date_context(occurrence: Occurrence, rows: list[ShiftDate]) -> dict[str, Any]:
    lists = rosters(rows)
    return {"occurrence": occurrence, "rosters": lists, "shift": lists[0].counted.shift, "now": timezone.now()}


@at_the_event_desk
@require_safe
def event_date(request: HttpRequest, pk: int) -> HttpResponse:
    context = date_context(*date_for(request.user, pk))
    context["may_record"] = may_record_checks(request.user)
    return render(request, "events/attending/date.html", context)


@at_the_event_desk
@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """On paper, with boxes to tick."""
    return render(request, "events/attending/sheet.html", date_context(*date_for(request.user, pk)))


@at_the_event_desk
@require_safe
def export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """With names and phones: it is the list of the day, for those who run it."""
    _occurrence, rows = date_for(request.user, pk)
    lists = rosters(rows)
    return table_file("people", form, COLUMNS, (_cells(each, name) for each in lists for name in each.names))


def _cells(each: Roster, name: Name) -> list[str]:
    sign_up = name.sign_up
    children = str(sign_up.children) if sign_up.children else ""
    named = [each.counted.shift.role.text, name.name, name.reach, name.language, name.state]
    return [*named, children, name.interpreter, sign_up.notes, name.came, name.left]
