"""Series of dates for tests: small to write, or any that hypothesis can think of."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from events.recurrence.series import Change, ChangeKind, Series

LOS_ANGELES, SANTIAGO = ZoneInfo("America/Los_Angeles"), ZoneInfo("America/Santiago")
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def a_series(rule="", **facts):
    usual = {"first_day": date(2026, 9, 1), "zone": LOS_ANGELES, "begins": time(16), "ends": time(18)}
    return Series(rule=rule, **(usual | facts))


def _some_of(items, least=0):
    return st.lists(st.sampled_from(items), min_size=least, max_size=3, unique=True)


def _part(name, values):
    return values.map(lambda chosen: f";{name}={','.join(map(str, chosen))}" if chosen else "")


FIRST_DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
# The night hours that clock changes skip and repeat come often.
TIMES = st.builds(time, st.sampled_from([0, 1, 2, 3, 9, 16, 23]), st.sampled_from([0, 15, 30, 59]))
ENDS = st.just("") | st.integers(1, 40).map(";COUNT={}".format) | st.integers(0, 3000).map("|{}".format)
RULES = st.one_of(
    st.just(""),
    st.builds("FREQ=DAILY{}".format, _part("BYDAY", _some_of(CODES))),
    st.builds("FREQ=WEEKLY{}{}".format, _part("BYDAY", _some_of(CODES)), st.sampled_from(["", ";WKST=SU"])),
    st.builds("FREQ=MONTHLY{}".format, _part("BYMONTHDAY", _some_of([1, 15, 29, 31, -1]))),
    st.builds(
        "FREQ=MONTHLY{}{}".format,
        _part("BYDAY", _some_of(CODES, least=1)),
        _part("BYSETPOS", _some_of([1, 2, -1], least=1)),
    ),
    st.builds(
        "FREQ=MONTHLY{}".format, _part("BYDAY", _some_of([f"{n}{day}" for n in (1, 2, 5, -1) for day in CODES], 1))
    ),
    st.builds("FREQ=YEARLY{}".format, _part("BYMONTH", _some_of([2, 3, 11]))),
)


@st.composite
def any_series(draw, *, changes=True):
    first_day, rule = draw(FIRST_DAYS), draw(RULES)
    if rule:
        end = draw(ENDS)
        until = first_day + timedelta(days=int(end[1:])) if end.startswith("|") else None
        interval = draw(st.integers(1, 4))
        rule += (f";INTERVAL={interval}" if interval > 1 else "") + (f";UNTIL={until:%Y%m%d}" if until else end)
    begins = draw(st.none() | TIMES)
    return Series(
        first_day=first_day,
        zone=draw(st.sampled_from([LOS_ANGELES, SANTIAGO])),
        begins=begins,
        ends=draw(st.none() | TIMES) if begins else None,
        days=draw(st.integers(1, 3)),
        rule=rule,
        changes=tuple(draw(_changes(first_day))) if changes else (),
    )


def _changes(first_day):
    """Mostly near the beginning, so that they meet dates of the rule."""
    near = st.integers(0, 40).map(lambda days: first_day + timedelta(days=days))
    one = st.builds(
        Change,
        day=st.just(first_day) | near,
        kind=st.sampled_from(ChangeKind),
        new_day=st.none() | near,
        begins=st.none() | TIMES,
        ends=st.none() | TIMES,
    )
    return st.lists(one, max_size=5)
