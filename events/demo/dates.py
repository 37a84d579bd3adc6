"""When events of the demo take place, counted from the day of loading: it is alive on any day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from events.models import ChangedDate, EventPage
from events.recurrence.dates import happenings
from events.recurrence.parts import parts_of
from events.recurrence.rule_dates import first_days

A_YEAR = timedelta(days=366)
A_TERM = timedelta(days=100)
Data = dict[str, Any]


def first_day_of(data: Data, today: date) -> date:
    """The given weekday of the given week, or the next one that the rule itself knows."""
    monday = today - timedelta(days=today.weekday())
    day = monday + timedelta(weeks=data["week"], days=data["weekday"])
    return first_days(parts_of(data["rule"]), day, 1)[0] if "rule" in data else day


def rule_of(data: Data, first: date) -> str:
    """`until` is the next such day of a year, a term away at least: every change of a date finds its date."""
    rule = str(data.get("rule", ""))
    if "until" not in data:
        return rule
    month, day = map(int, data["until"].split("-"))
    last = date(first.year, month, day)
    if last < first + A_TERM:
        last = date(first.year + 1, month, day)
    return f"{rule};UNTIL={last:%Y%m%d}"


def changes_of(event: EventPage, rows: list[Data]) -> Iterator[ChangedDate]:
    """`nth` counts the dates of the rule; `days` is how far one is moved, or how long after it one more takes place."""
    series = event.series
    if series is None:
        return
    days = [each.day for each in happenings(series, series.first_day, series.first_day + A_YEAR)]
    for row in rows:
        day = days[row["nth"] - 1]
        other = day + timedelta(days=row.get("days", 0))
        is_extra = row["kind"] == "extra"
        yield ChangedDate(
            day=other if is_extra else day,
            kind=row["kind"],
            reason=row.get("reason", {}),
            new_day=other if row["kind"] == "moved" else None,
        )
