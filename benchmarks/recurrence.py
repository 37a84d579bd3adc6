"""The dates of ten years, ours beside recurring-ical-events on the same rules, in turn.

    python -m benchmarks.recurrence [--rounds 15]

Before anything is timed, both give the same moments.
"""

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

from benchmarks.start import machine

ONE_DAY = timedelta(days=1)
ZONE = ZoneInfo("America/Los_Angeles")
FIRST_DAY, BEGINS, ENDS = date(2026, 9, 5), time(9), time(12)
START, END = date(2026, 9, 1), date(2036, 8, 31)
RULES = {
    "every Saturday": "FREQ=WEEKLY",
    "every school day": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "the second Saturday": "FREQ=MONTHLY;BYDAY=2SA",
    "the last day of a month": "FREQ=MONTHLY;BYMONTHDAY=-1",
}
TEMPLATE = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//benchmark//\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    f"DTSTART;TZID={ZONE.key}:{FIRST_DAY:%Y%m%d}T{BEGINS:%H%M%S}\r\n"
    f"DTEND;TZID={ZONE.key}:{FIRST_DAY:%Y%m%d}T{ENDS:%H%M%S}\r\n"
    "RRULE:{rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=15)
    rounds = arguments.parse_args().rounds
    print(machine())
    print("| rule | dates | ours, ms | recurring-ical-events, ms | ours ÷ theirs |\n|---|---|---|---|---|")
    for name, rule in RULES.items():
        ways = _ours(rule), _theirs(rule)
        moments = [way() for way in ways]
        if set(moments[0]) != set(moments[1]):
            raise SystemExit(f"{name}: not the same moments, {set(moments[0]) ^ set(moments[1])}")
        times: list[list[float]] = [[], []]
        for _round in range(rounds):
            for way, kept in zip(ways, times, strict=True):
                began = perf_counter()
                way()
                kept.append(1000 * (perf_counter() - began))
        ours, theirs = map(median, times)
        print(f"| {name} | {len(moments[0])} | {ours:.1f} | {theirs:.1f} | {ours / theirs:.2f} |")


def _ours(rule: str) -> Callable[[], list[datetime]]:
    from events.recurrence.dates import happenings
    from events.recurrence.series import Series

    series = Series(first_day=FIRST_DAY, zone=ZONE, begins=BEGINS, ends=ENDS, rule=rule)
    return lambda: [each.starts_at for each in happenings(series, START, END)]


def _theirs(rule: str) -> Callable[[], list[datetime]]:
    calendar = Calendar.from_ical(TEMPLATE.format(rule=rule))
    return lambda: [
        event["DTSTART"].dt.astimezone(UTC)
        for event in recurring_ical_events.of(calendar).between(START, END + ONE_DAY)
    ]


if __name__ == "__main__":
    main()
