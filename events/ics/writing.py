"""Events for the calendar of a phone: one series each, with its changed dates."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, override
from icalendar import Calendar, Event, vDuration, vGeo, vRecur

from events.ics.zones import timezone_of
from events.recurrence.dates import as_always, happening_of, wall_clock
from events.recurrence.parts import UnreadableError, parts_of
from events.recurrence.rule_dates import gives
from events.recurrence.series import Happening, Series

HALF_A_DAY = timedelta(hours=12)
LAST_SECOND = time(23, 59, 59)
YEARS_AHEAD = 10  # As far as the clock changes go along with a series that has no end.
# What ends a line for some program or other, and what no calendar may hold.
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class NoSuchDateError(LookupError):
    """Nothing takes place on that day, nor would have."""


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """`uid` is for ever; `sequence` grows with every change that calendars show; `stamp` and the like are in UTC."""

    uid: str
    series: Series
    title: str
    language: str
    stamp: datetime
    sequence: int = 0
    description: str = ""
    place: str = ""
    url: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_cancelled: bool = False
    reasons: Mapping[date, str] = field(default_factory=dict)
    last_modified: datetime | None = None
    categories: tuple[str, ...] = ()


def calendar_of(events: Iterable[CalendarEvent], *, name: str, language: str, refresh: timedelta = HALF_A_DAY) -> bytes:
    """`refresh` is how often calendars are asked to look again."""
    events = list(events)
    sheet = _sheet(events, language)
    for label in ("X-WR-CALNAME", "NAME"):
        sheet.add(label, _text(name))
    sheet.add("REFRESH-INTERVAL", refresh, parameters={"VALUE": "DURATION"})
    sheet.add("X-PUBLISHED-TTL", vDuration(refresh).to_ical().decode())
    for event in events:
        for component in _components(event):
            sheet.add_component(component)
    return sheet.to_ical()


def one_date(event: CalendarEvent, day: date) -> bytes:
    """An event of its own: who adds it to a calendar does not add the whole series."""
    happening = happening_of(event.series, day)
    if happening is None:
        raise NoSuchDateError(day)
    sheet = _sheet([event], event.language)
    component = _date(event, happening)
    component["UID"] = uid_of_date(event.uid, day)
    sheet.add_component(component)
    return sheet.to_ical()


def uid_of_date(uid: str, day: date) -> str:
    name, at, host = uid.partition("@")
    return f"{name}-{day:%Y%m%d}{at}{host}"


def _sheet(events: list[CalendarEvent], language: str) -> Calendar:
    sheet = Calendar()
    sheet.add("PRODID", f"-//Ventanilla//Events//{language.upper()}")
    sheet.add("VERSION", "2.0")
    sheet.add("CALSCALE", "GREGORIAN")
    sheet.add("METHOD", "PUBLISH")
    years: dict[ZoneInfo, set[int]] = {}
    for event in events:
        if event.series.begins is not None:
            years.setdefault(event.series.zone, set()).update(_years(event))
    for zone, used in sorted(years.items(), key=lambda item: item[0].key):
        sheet.add_component(timezone_of(zone, max(min(used) - 1, 1901), max(used) + 1))
    return sheet


def _years(event: CalendarEvent) -> set[int]:
    series = event.series
    days = [series.first_day, *(day for change in series.changes for day in (change.day, change.new_day) if day)]
    try:
        last = parts_of(series.rule).until if series.rule else series.first_day
    except UnreadableError:
        last = series.first_day
    ahead = last.year if last else max(series.first_day.year, event.stamp.year) + YEARS_AHEAD
    return {min(day.year, 2199) for day in days} | {min(ahead, 2199)}


def _components(event: CalendarEvent) -> list[Event]:
    """The series, then every date that differs from it by more than being there or not."""
    series = event.series
    days = {day: happening_of(series, day) for day in sorted({change.day for change in series.changes})}
    master = _event(event, wall_clock(series.first_day, series.begins, series.ends, series.days))
    if rule := _rule(series):
        master.add("RRULE", rule)
    extra = [day for day, happening in days.items() if happening and happening.is_extra and not _given(series, day)]
    gone = [day for day, happening in days.items() if happening is None and _given(series, day)]
    for name, listed in (("RDATE", extra), ("EXDATE", gone)):
        if listed:
            master.add(name, [_key(series, day) for day in listed], parameters=_value(series))
    changed = [_override(event, happening) for happening in days.values() if happening and _differs(series, happening)]
    return [master, *changed]


def _given(series: Series, day: date) -> bool:
    return gives(series.rule, series.first_day, day)


def _differs(series: Series, happening: Happening) -> bool:
    usual = as_always(series, happening.day)
    return happening.is_cancelled or (happening.starts_at, happening.ends_at) != (usual.starts_at, usual.ends_at)


def _override(event: CalendarEvent, happening: Happening) -> Event:
    component = _date(event, happening)
    component.add("RECURRENCE-ID", _key(event.series, happening.day), parameters=_value(event.series))
    return component


def _date(event: CalendarEvent, happening: Happening) -> Event:
    zone, reason = event.series.zone, event.reasons.get(happening.day, "")
    ends = happening.ends_at.astimezone(zone) if happening.ends_at else None
    component = _event(event, (happening.starts_at.astimezone(zone), ends), reason if happening.is_cancelled else "")
    if happening.is_cancelled:
        component["STATUS"] = "CANCELLED"
    return component


def _event(event: CalendarEvent, times: tuple[datetime, datetime | None], reason: str = "") -> Event:
    component = Event()
    component.add("UID", event.uid)
    component.add("DTSTAMP", event.stamp)
    component.add("SEQUENCE", event.sequence)
    if event.last_modified:
        component.add("LAST-MODIFIED", event.last_modified)
    _add_times(component, event.series, *times)
    component.add("STATUS", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    _add_words(component, event, reason)
    return component


def _add_words(component: Event, event: CalendarEvent, reason: str) -> None:
    spoken = {"LANGUAGE": event.language}
    component.add("SUMMARY", _text(event.title), parameters=spoken)
    description = _text(event.description)
    if reason:
        with override(event.language):
            said = gettext("Cancelled: %(reason)s") % {"reason": _text(reason)}
        description = f"{said}\n\n{description}".strip()
        component.add("COMMENT", _text(reason), parameters=spoken)
    for name, text in (("DESCRIPTION", description), ("LOCATION", _text(event.place))):
        if text:
            component.add(name, text, parameters=spoken)
    if event.url:
        component.add("URL", event.url)
    if event.latitude is not None and event.longitude is not None:
        component.add("GEO", vGeo((event.latitude, event.longitude)))
    if event.categories:
        component.add("CATEGORIES", [_text(category) for category in event.categories])


def _add_times(component: Event, series: Series, starts: datetime, ends: datetime | None) -> None:
    """In the wall-clock time of the zone, as the organisers said it: no clock change moves it."""
    if series.begins is None:
        _start, end = wall_clock(starts.date(), None, None, series.days)
        component.add("DTSTART", starts.date())
        component.add("DTEND", (end or starts).date())
        return
    component.add("DTSTART", starts.replace(tzinfo=series.zone))
    if ends and ends != starts:
        component.add("DTEND", ends.replace(tzinfo=series.zone))


def _key(series: Series, day: date) -> date | datetime:
    """What calendars know a date by: its day and the usual time."""
    start, _end = wall_clock(day, series.begins, series.ends)
    return day if series.begins is None else start.replace(tzinfo=series.zone)


def _value(series: Series) -> dict[str, str]:
    return {"VALUE": "DATE"} if series.begins is None else {}


def _rule(series: Series) -> vRecur | None:
    """Its last day in the form its first one has (RFC 5545 §3.3.10): a day, or a moment in UTC."""
    try:
        parts = parts_of(series.rule) if series.rule else None
    except UnreadableError:
        return None
    if parts is None:
        return None
    rule = vRecur.from_ical(str(parts))
    if parts.until and series.begins is not None:
        last = datetime.combine(parts.until, LAST_SECOND, tzinfo=series.zone)
        rule["UNTIL"] = [last.astimezone(UTC)]
    return rule


def _text(words: str) -> str:
    return CONTROL.sub(" ", words.replace("\r\n", "\n"))
