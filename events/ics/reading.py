"""Calendars of others, read with patience: what can be understood is, what cannot is named."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Component

from events.ics.foreign import ForeignEvent, plain, text_of
from events.ics.foreign_series import OddError, series_of

MOST_BYTES, MOST_EVENTS = 5 * 1024 * 1024, 2000
MOST_SECONDS = 30  # Two thousand rules made to be looked into for a second each.
# What a library, or an event nobody thought of, may throw at us: one event is lost by it, never the calendar.
# A time zone called "America" is a folder to the library, hence OSError.
BROKEN = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, OSError, ValidationError)


@dataclass(frozen=True, kw_only=True)
class ForeignCalendar:
    """`problems` are sentences that name the events they are about."""

    name: str = ""
    events: list[ForeignEvent] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_calendar(content: bytes) -> ForeignCalendar:
    """A `ValidationError` when it is no calendar at all, or more than one can look through."""
    if len(content) > MOST_BYTES:
        size = filesizeformat(MOST_BYTES)
        raise ValidationError(_("This calendar is too large: %(size)s is the most.") % {"size": size})
    if content.upper().count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise ValidationError(_("This calendar has more than %(number)s events.") % {"number": MOST_EVENTS})
    calendars = _calendars(content)
    read = ForeignCalendar(name=text_of(calendars[0], "X-WR-CALNAME") or text_of(calendars[0], "NAME"))
    district = timezone.get_default_timezone()
    zone = district if isinstance(district, ZoneInfo) else ZoneInfo("UTC")
    started = perf_counter()
    for components in _grouped(calendars):
        if perf_counter() - started > MOST_SECONDS:
            read.problems.append(_("Reading it took too long: the rest of its events were left out."))
            break
        _read_into(read, components, zone)
    return read


def _calendars(content: bytes) -> list[Component]:
    try:
        found = Calendar.from_ical(content.removeprefix(b"\xef\xbb\xbf"), multiple=True)
    except BROKEN as error:
        raise ValidationError(_("This is not a calendar file, or it is broken.")) from error
    calendars: list[Component] = [component for component in found if component.name == "VCALENDAR"]
    if not calendars:
        raise ValidationError(_("This is not a calendar file, or it is broken."))
    return calendars


def _grouped(calendars: list[Component]) -> Iterator[list[Component]]:
    """The events of one UID together: a series and its changed dates. Tasks and journals are none of ours."""
    groups: dict[str, list[Component]] = {}
    for number, component in enumerate(event for calendar in calendars for event in calendar.walk("VEVENT")):
        groups.setdefault(str(component.get("UID") or f"event-{number}"), []).append(component)
    yield from groups.values()


def _read_into(read: ForeignCalendar, components: list[Component], zone: ZoneInfo) -> None:
    masters = [component for component in components if "RECURRENCE-ID" not in component]
    changed = [component for component in components if "RECURRENCE-ID" in component]
    try:
        if masters:
            _add(read, max(masters, key=_sequence), changed, zone)
            return
    except BROKEN as error:
        _complain(read, masters[0], error)
        return
    for component in changed:  # Some programs send the dates of a series one by one, without it.
        try:
            _add(read, component, [], zone)
        except BROKEN as error:
            _complain(read, component, error)


def _add(read: ForeignCalendar, master: Component, changed: list[Component], zone: ZoneInfo) -> None:
    found = series_of(master, changed, zone)
    uid = str(master.get("UID") or "")
    if "RECURRENCE-ID" in master:
        uid = f"{uid}-{found.series.first_day:%Y%m%d}"
    event = ForeignEvent.of(master, uid=uid or plain(text_of(master, "SUMMARY")), series=found.series)
    read.events.append(event)
    read.problems.extend(f"“{event.title}”: {remark}" for remark in found.remarks)


def _complain(read: ForeignCalendar, component: Component, error: Exception) -> None:
    title = plain(text_of(component, "SUMMARY")) or text_of(component, "UID") or "?"
    reason = " ".join(error.messages) if isinstance(error, ValidationError) else _("It could not be read.")
    if isinstance(error, OddError):
        reason = str(error)
    read.problems.append(f"“{title}”: {reason}")


def _sequence(component: Any) -> int:
    try:
        return int(component.get("SEQUENCE", 0))
    except (TypeError, ValueError):
        return 0
