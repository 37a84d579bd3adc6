from datetime import date

from directory.hours.rules import DateException
from directory.hours.spans import spans
from tests.opening_hours import LOS_ANGELES, OFFICE, SHELTER, THANKSGIVING, closed, hours, special


def test_a_closed_day_has_no_hours():
    exceptions = [closed(THANKSGIVING, reason="Thanksgiving")]

    assert hours([OFFICE], "2026-11-25", "2026-11-27", exceptions) == [
        "11-25 09:00 11-25 16:30",
        "11-27 09:00 11-27 16:30",
    ]


def test_the_night_that_began_before_a_closed_day_stays():
    exceptions = [closed(THANKSGIVING)]

    assert hours([SHELTER], "2026-11-25", "2026-11-27", exceptions) == [
        "11-25 22:00 11-26 06:00",
        "11-27 22:00 11-28 06:00",
    ]


def test_a_closed_range_includes_both_its_ends():
    exceptions = [closed(date(2026, 11, 24), date(2026, 11, 26))]

    assert opening_dates_with(exceptions) == ["11-23", "11-27"]


def opening_dates_with(exceptions):
    return [line[:5] for line in hours([OFFICE], "2026-11-23", "2026-11-27", exceptions)]


def test_special_hours_replace_the_hours_of_the_day():
    exceptions = [special(date(2026, 11, 25), "10:00", "12:00", reason="Short day")]

    [span] = spans([OFFICE], exceptions, date(2026, 11, 25), date(2026, 11, 25), LOS_ANGELES)

    assert (span.opens.hour, span.closes.hour, span.reason) == (10, 12, "Short day")


def test_special_hours_may_open_a_day_that_is_usually_closed():
    exceptions = [special(date(2026, 11, 22), "10:00", "12:00")]

    assert hours([OFFICE], "2026-11-22", "2026-11-22", exceptions) == ["11-22 10:00 11-22 12:00"]


def test_one_day_can_have_two_spans_of_special_hours():
    exceptions = [special(THANKSGIVING, "14:00", "15:00"), special(THANKSGIVING, "10:00", "12:00")]

    assert hours([OFFICE], "2026-11-26", "2026-11-26", exceptions) == [
        "11-26 10:00 11-26 12:00",
        "11-26 14:00 11-26 15:00",
    ]


def test_one_open_morning_within_a_closed_break_is_open():
    exceptions = [
        closed(date(2026, 12, 21), date(2027, 1, 1), "Winter break"),
        special(date(2026, 12, 23), "09:00", "11:00"),
    ]

    assert hours([OFFICE], "2026-12-21", "2027-01-01", exceptions) == ["12-23 09:00 12-23 11:00"]


def test_closed_beats_special_hours_on_the_same_dates():
    exceptions = [special(THANKSGIVING, "09:00", "11:00"), closed(THANKSGIVING)]

    assert hours([OFFICE], "2026-11-26", "2026-11-26", exceptions) == []


def test_an_exception_that_says_nothing_leaves_the_hours_alone():
    exceptions = [DateException(starts_on=THANKSGIVING, reason="Santa visits")]

    assert hours([OFFICE], "2026-11-26", "2026-11-26", exceptions) == ["11-26 09:00 11-26 16:30"]


def test_an_exception_that_ends_before_it_starts_is_one_day():
    exceptions = [closed(THANKSGIVING, date(2026, 11, 1))]

    assert hours([OFFICE], "2026-11-26", "2026-11-27", exceptions) == ["11-27 09:00 11-27 16:30"]
