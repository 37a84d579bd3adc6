"""When an event of another program takes place: its times, its rule and its changed dates as a series of ours."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Component

from core.clock import MIDNIGHT, ONE_DAY
from events.recurrence.rule_dates import EARLIEST, LATEST
from events.recurrence.rules import checked_rule
from events.recurrence.series import Change, ChangeKind, Series

Written = date | datetime


class OddError(ValueError):
    """Its words are for the person who reads the list of problems."""


@dataclass(kw_only=True)
class Found:
    series: Series
    remarks: list[str] = field(default_factory=list)


def series_of(master: Component, changed: list[Component], district: ZoneInfo) -> Found:
    """Times without a zone are the district's; so are those of a zone that only its own file knows."""
    start = _dt(master, "DTSTART")
    if start is None:
        raise OddError(_("It does not say when it begins."))
    remarks: list[str] = []
    zone = _zone(master, start, district, remarks)
    first = _wall(start, zone)
    if not EARLIEST <= first.date() <= LATEST:
        raise OddError(_("Its year cannot be right."))
    length = _length(master, start, zone)
    begins = None if not isinstance(start, datetime) else first.time()
    if begins is not None and length > ONE_DAY:
        begins, length = None, _whole_days(first, length)
        words = ngettext("Read as %(number)s whole day.", "Read as %(number)s whole days.", length.days)
        remarks.append(words % {"number": length.days})
    series = Series(
        first_day=first.date(),
        zone=zone,
        begins=begins,
        ends=(first + length).time() if begins is not None and length else None,
        days=max(1, length.days) if begins is None else 1,
        rule=_rule(master, first.date(), begins, zone),
    )
    return Found(series=replace(series, changes=_changes(series, master, changed, remarks)), remarks=remarks)


def _zone(master: Component, start: Written, district: ZoneInfo, remarks: list[str]) -> ZoneInfo:
    key = getattr(getattr(start, "tzinfo", None), "key", "")
    if key in ("UTC", "Etc/UTC"):
        # Whoever writes a single date in UTC means a moment; a series in UTC keeps its own clock.
        return ZoneInfo("UTC") if _repeats(master) else district
    if key in available_timezones():
        return ZoneInfo(key)
    name = master["DTSTART"].params.get("TZID", "")
    if name:
        remarks.append(_("Nobody knows the time zone “%(name)s”; its times are read as ours.") % {"name": name})
    return district


def _repeats(master: Component) -> bool:
    return "RRULE" in master or "RDATE" in master


def _dt(component: Component, name: str) -> Any:
    value = component.get(name)
    return getattr(value, "dt", None)


def _wall(written: Written, zone: ZoneInfo) -> datetime:
    """What the clock on the wall of the zone shows, without seconds."""
    if not isinstance(written, datetime):
        return datetime.combine(written, MIDNIGHT)
    local = written.astimezone(zone) if written.tzinfo else written
    return local.replace(tzinfo=None, fold=0, second=0, microsecond=0)


def _length(component: Component, start: Written, zone: ZoneInfo) -> timedelta:
    """Nothing when nobody said when it ends."""
    ends, duration = _dt(component, "DTEND"), _dt(component, "DURATION")
    if isinstance(ends, date):
        return max(_wall(ends, zone) - _wall(start, zone), timedelta())
    if isinstance(duration, timedelta):
        return max(duration, timedelta())
    return timedelta()


def _whole_days(first: datetime, length: timedelta) -> timedelta:
    last = first + length
    return timedelta(days=(last.date() - first.date()).days + (1 if last.time() > MIDNIGHT else 0))


def _rule(master: Component, first_day: date, begins: time | None, zone: ZoneInfo) -> str:
    rule = master.get("RRULE")
    if rule is None:
        return ""
    if isinstance(rule, list):
        raise OddError(_("It repeats by two rules at once."))
    rule = rule.copy()
    until = rule.get("UNTIL")
    if until:
        rule["UNTIL"] = [_last_day(until[0], begins, zone)]
    return checked_rule(rule.to_ical().decode(), first_day)


def _last_day(until: Written, begins: time | None, zone: ZoneInfo) -> date:
    """A moment before that day's date begins leaves that date out."""
    if not isinstance(until, datetime):
        return until
    wall = until.astimezone(zone).replace(tzinfo=None) if until.tzinfo and begins is not None else until
    is_before = begins is not None and wall.time() < begins
    return wall.date() - ONE_DAY if is_before else wall.date()


def _changes(series: Series, master: Component, changed: list[Component], remarks: list[str]) -> tuple[Change, ...]:
    """One for each day; where a date more was changed again, it is that date."""
    changes = {day: Change(day=day, kind=ChangeKind.SKIPPED) for day, _time, _end in _listed(master, "EXDATE", series)}
    for day, begins, ends in _listed(master, "RDATE", series):
        changes.setdefault(day, Change(day=day, kind=ChangeKind.EXTRA, begins=begins, ends=ends))
    for component in changed:
        if component["RECURRENCE-ID"].params.get("RANGE"):
            remarks.append(_("One change holds for all later dates, too: read for its own date only."))
        change = _change(component, series)
        if change is not None and changes.get(change.day) != Change(day=change.day, kind=ChangeKind.SKIPPED):
            extra = changes.pop(change.day, None)
            change = _of_an_extra(change) if extra else change
            changes |= {change.day: change} if change else {}
    return tuple(sorted(changes.values(), key=lambda change: change.day))


def _listed(master: Component, name: str, series: Series) -> Iterator[tuple[date, time | None, time | None]]:
    """The day, and the times where they differ from the usual ones."""
    lists = master.get(name, [])
    for each in lists if isinstance(lists, list) else [lists]:
        for written in each.dts:
            start, end = written.dt if isinstance(written.dt, tuple) else (written.dt, None)
            if isinstance(end, timedelta):
                end = start + end
            wall = _wall(start, series.zone)
            differs = isinstance(start, datetime) and series.begins not in (None, wall.time())
            ends = _wall(end, series.zone).time() if end else None
            yield wall.date(), wall.time() if differs else None, ends if ends != series.ends else None


def _change(component: Component, series: Series) -> Change | None:
    """None for a date of which only the words are different."""
    day = _wall(_dt(component, "RECURRENCE-ID"), series.zone).date()
    if str(component.get("STATUS", "")).upper() == "CANCELLED":
        return Change(day=day, kind=ChangeKind.CANCELLED)
    start = _dt(component, "DTSTART")
    if start is None:
        return None
    wall = _wall(start, series.zone)
    begins = wall.time() if series.begins and isinstance(start, datetime) else None
    length = _length(component, start, series.zone)
    ends = (wall + length).time() if begins and length else None
    if (wall.date(), begins or series.begins, ends or series.ends) == (day, series.begins, series.ends):
        return None
    return Change(day=day, kind=ChangeKind.MOVED, new_day=wall.date(), begins=begins, ends=ends)


def _of_an_extra(change: Change) -> Change | None:
    if change.kind == ChangeKind.CANCELLED:
        return None
    return Change(day=change.new_day or change.day, kind=ChangeKind.EXTRA, begins=change.begins, ends=change.ends)
