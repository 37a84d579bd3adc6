"""The dates of a series: as a reference library has them, for ten years and through both clock changes."""

from datetime import UTC, date, datetime, time

import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from events.recurrence.dates import happenings, wall_clock
from events.recurrence.parts import READERS
from events.recurrence.series import Change, ChangeKind
from tests.events.series import a_series, any_series

TOKENS = st.lists(
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=X"])
    | st.builds(
        "{}={}".format,
        st.sampled_from([*READERS, "BYHOUR", "X"]),
        st.sampled_from(["0", "1", "-1", "5", "20", "53", "366", "999999", "MO", "-53TU", "20FR,1MO", "20270101", "x"]),
    ),
    max_size=5,
    unique_by=lambda token: token[:4],
)
many = settings(max_examples=150, deadline=None)


def days(series, start=date(2026, 1, 1), end=date(2036, 12, 31)):
    return [happening.day for happening in happenings(series, start, end)]


def first_dates(series, number):
    return [f"{day:%a %d %b %Y}" for day in days(series)[:number]]


@many
@given(any_series(changes=False))
def test_ten_years_are_those_of_the_reference_library(series):
    ours = happenings(series, date(2026, 1, 1), date(2037, 12, 31))

    assert [happening.starts_at for happening in ours] == _by_the_reference(series)


def _by_the_reference(series):
    """Only its own arithmetic: the calendar given to it is written here, word for word."""
    start, _end = wall_clock(series.first_day, series.begins, series.ends)
    if series.begins is None:
        begins, until = f"DTSTART;VALUE=DATE:{start:%Y%m%d}", "{}"
    else:
        begins, until = f"DTSTART;TZID={series.zone.key}:{start:%Y%m%dT%H%M%S}", "{}T235959"
    rule = _with_until(series, until) if series.rule else ""
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\n{begins}\n{rule}END:VEVENT\nEND:VCALENDAR\n"
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(date(2026, 1, 1), date(2038, 1, 1))
    walls = (event["DTSTART"].dt for event in found)
    return sorted({_moment(wall, series.zone) for wall in walls})


def _with_until(series, form):
    rule, _until, day = series.rule.partition(";UNTIL=")
    if not day:
        return f"RRULE:{rule}\n"
    if series.begins is None:
        return f"RRULE:{rule};UNTIL={day}\n"
    last = datetime.combine(datetime.strptime(day, "%Y%m%d"), time(23, 59, 59), series.zone).astimezone(UTC)
    return f"RRULE:{rule};UNTIL={last:%Y%m%dT%H%M%SZ}\n"


def _moment(wall, zone):
    if not isinstance(wall, datetime):
        wall = datetime.combine(wall, time.min)
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


@many
@given(any_series())
def test_whatever_is_changed_every_date_has_its_day_and_stays_in_its_place(series):
    everything = happenings(series, date(2026, 1, 1), date(2030, 12, 31))
    a_month = happenings(series, date(2027, 3, 1), date(2027, 3, 31))

    assert len({happening.day for happening in everything}) == len(everything)
    assert everything == sorted(everything, key=lambda happening: (happening.starts_at, happening.day))
    local = [(happening, happening.starts_at.astimezone(series.zone).date()) for happening in everything]
    assert a_month == [happening for happening, day in local if (day.year, day.month) == (2027, 3)]
    assert all(happening.ends_at is None or happening.ends_at >= happening.starts_at for happening in everything)


def test_a_time_that_spring_skips_moves_forward_and_one_that_autumn_repeats_is_the_first():
    nights = a_series("FREQ=DAILY", first_day=date(2026, 3, 7), begins=time(2, 30), ends=None)
    spring = happenings(nights, date(2026, 3, 7), date(2026, 3, 9))
    autumn = happenings(a_series("FREQ=DAILY", begins=time(1, 30)), date(2026, 11, 1), date(2026, 11, 1))

    assert [each.starts_at.hour for each in spring] == [10, 10, 9]
    assert spring[1].starts_at == datetime(2026, 3, 8, 10, 30, tzinfo=UTC)
    assert autumn[0].starts_at == datetime(2026, 11, 1, 8, 30, tzinfo=UTC)


def test_what_ends_at_or_before_it_begins_runs_past_midnight():
    [night] = happenings(a_series(begins=time(20), ends=time(1)), date(2026, 9, 1), date(2026, 9, 1))

    assert night.ends_at == datetime(2026, 9, 2, 8, tzinfo=UTC)


def test_whole_days_last_from_midnight_to_midnight_of_their_zone():
    [fair] = happenings(a_series(begins=None, days=2, first_day=date(2026, 10, 31)), date(2026, 1, 1), date(2027, 1, 1))

    assert (fair.starts_at, fair.ends_at) == (
        datetime(2026, 10, 31, 7, tzinfo=UTC),
        datetime(2026, 11, 2, 8, tzinfo=UTC),
    )
    assert fair.is_all_day


def test_a_moved_date_belongs_to_the_day_it_moved_to_and_keeps_its_own():
    moved = Change(day=date(2026, 9, 8), kind=ChangeKind.MOVED, new_day=date(2026, 10, 2), begins=time(19))
    series = a_series("FREQ=WEEKLY", changes=(moved,))

    september, october = (happenings(series, date(2026, m, 1), date(2026, m, 28)) for m in (9, 10))

    assert date(2026, 9, 8) not in [each.day for each in september]
    assert (october[0].day, october[0].is_moved) == (date(2026, 9, 8), True)
    # It lasts two hours, as always.
    assert october[0].ends_at == datetime(2026, 10, 3, 4, tzinfo=UTC)


def test_a_cancelled_date_stays_and_says_so_a_skipped_one_is_gone_and_an_extra_one_comes():
    series = a_series(
        "FREQ=WEEKLY;COUNT=4",
        changes=(
            Change(day=date(2026, 9, 8), kind=ChangeKind.CANCELLED),
            Change(day=date(2026, 9, 15), kind=ChangeKind.SKIPPED),
            Change(day=date(2026, 9, 20), kind=ChangeKind.EXTRA, begins=time(9), ends=time(10)),
        ),
    )

    found = happenings(series, date(2026, 9, 1), date(2026, 12, 31))

    assert [each.day.day for each in found] == [1, 8, 20, 22]
    assert [each.is_cancelled for each in found] == [False, True, False, False]
    assert [each.is_extra for each in found] == [False, False, True, False]


def test_a_change_of_a_day_without_a_date_changes_nothing():
    wednesday = date(2026, 9, 2)
    changes = [Change(day=wednesday, kind=kind, new_day=date(2026, 9, 3)) for kind in ("skipped", "cancelled", "moved")]

    assert days(a_series("FREQ=WEEKLY;COUNT=2", changes=tuple(changes))) == [date(2026, 9, 1), date(2026, 9, 8)]


def test_the_first_day_counts_even_beside_its_rule():
    assert first_dates(a_series("FREQ=WEEKLY;BYDAY=TH"), 3) == ["Tue 01 Sep 2026", "Thu 03 Sep 2026", "Thu 10 Sep 2026"]


def test_a_plain_weekday_beside_a_numbered_one_means_every_one():
    series = a_series("FREQ=MONTHLY;BYDAY=MO,2SA", first_day=date(2026, 9, 7))

    assert [day.day for day in days(series, date(2026, 9, 1), date(2026, 9, 30))] == [7, 12, 14, 21, 28]


def test_a_rule_nobody_can_read_means_the_first_day_only():
    for rule in (
        "nonsense",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;UNTIL=20269999",
        ";;;",
        "FREQ=YEARLY;X=1",
    ):
        assert days(a_series(rule)) == [date(2026, 9, 1)]


@many
@given(TOKENS)
def test_no_rule_whatever_breaks_a_page(tokens):
    assert date(2026, 9, 1) in days(a_series(";".join(tokens)))


def test_odd_years_and_lengths_break_nothing():
    odd = a_series("FREQ=DAILY", first_day=date.max, begins=None, days=10**9, changes=())

    assert happenings(odd, date.min, date.max) == []
    assert happenings(a_series("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), date.min, date.max)[0].day == date(2026, 9, 1)


def test_what_never_comes_is_not_looked_for_until_the_year_9999():
    for rule in ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=7;BYDAY=MO", "FREQ=WEEKLY;BYSETPOS=2"):
        assert days(a_series(rule)) == [date(2026, 9, 1)]


def test_positions_in_a_week_are_counted_from_its_first_day():
    series = a_series("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1;WKST=SU", first_day=date(2026, 9, 4))

    assert [day.day for day in days(series, date(2026, 9, 1), date(2026, 9, 30))] == [4, 11, 18, 25]


def test_a_daily_date_since_2006_has_every_day_of_today():
    since = a_series("FREQ=DAILY", first_day=date(2006, 1, 1))

    assert len(happenings(since, date(2026, 2, 1), date(2026, 2, 28))) == 28
