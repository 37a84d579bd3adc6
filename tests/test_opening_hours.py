from datetime import date

import pytest

from directory.hours.rules import Rule
from directory.hours.spans import spans
from tests.opening_hours import ALWAYS, LOS_ANGELES, OFFICE, SHELTER, clock, hours, monthly, opening_dates, weekly


def test_an_office_opens_on_its_weekdays():
    assert hours([OFFICE], "2026-11-20", "2026-11-23") == ["11-20 09:00 11-20 16:30", "11-23 09:00 11-23 16:30"]


def test_a_day_may_have_several_spans():
    rules = [weekly("MO", "09:00", "12:00"), weekly("MO", "13:30", "17:00")]

    assert hours(rules, "2026-11-23", "2026-11-23") == ["11-23 09:00 11-23 12:00", "11-23 13:30 11-23 17:00"]


def test_spans_that_touch_or_overlap_are_one():
    rules = [weekly("MO", "13:00", "15:00"), weekly("MO", "09:00", "12:00"), weekly("MO", "12:00", "14:00")]

    assert hours(rules, "2026-11-23", "2026-11-23") == ["11-23 09:00 11-23 15:00"]


def test_closing_before_opening_means_past_midnight():
    assert hours([SHELTER], "2026-11-23", "2026-11-23") == ["11-23 22:00 11-24 06:00"]


@pytest.mark.parametrize(("opens", "closes"), [("00:00", "00:00"), ("09:00", "09:00"), ("00:00", "23:59")])
def test_a_whole_day_can_be_written_in_three_ways(opens, closes):
    assert hours([weekly("MO", opens, closes)], "2026-11-23", "2026-11-23") == ["11-23 00:00 11-24 00:00"]


def test_closing_at_midnight_ends_the_same_day():
    assert hours([weekly("MO", "18:00", "00:00")], "2026-11-23", "2026-11-23") == ["11-23 18:00 11-24 00:00"]


def test_open_day_and_night_is_one_span():
    assert hours([ALWAYS], "2026-11-01", "2026-11-30") == ["11-01 00:00 12-01 00:00"]


def test_days_without_a_frequency_repeat_every_week():
    rule = Rule(byday="TU,TH", opens_at=clock("10:00"), closes_at=clock("11:00"))

    assert opening_dates(rule, "2026-11-22", "2026-12-02") == ["11-24", "11-26", "12-01"]


def test_a_first_date_without_a_frequency_is_that_date_only():
    rule = Rule(dtstart=date(2026, 12, 12), opens_at=clock("10:00"), closes_at=clock("11:00"))

    assert opening_dates(rule, "2026-11-01", "2027-01-31") == ["12-12"]


def test_a_rule_valid_for_one_day_is_that_date_only():
    day = date(2026, 12, 12)
    rule = Rule(valid_from=day, valid_to=day, opens_at=clock("10:00"), closes_at=clock("11:00"))

    assert opening_dates(rule, "2026-11-01", "2027-01-31") == ["12-12"]


@pytest.mark.parametrize(
    ("byday", "dates"),
    [
        ("2SA", ["11-14", "12-12", "01-09"]),
        ("-1FR", ["11-27", "12-25", "01-29"]),
        ("2SA,4SA", ["11-14", "11-28", "12-12", "12-26", "01-09", "01-23"]),
        ("+1MO", ["11-02", "12-07", "01-04"]),
        ("5SU", ["11-29", "01-31"]),
    ],
)
def test_numbered_weekdays_of_the_month(byday, dates):
    assert opening_dates(monthly(byday, "09:00", "12:00"), "2026-11-01", "2027-01-31") == dates


def test_plain_and_numbered_weekdays_of_the_month_add_up():
    rule = monthly("SU,1WE", "09:00", "12:00")

    assert opening_dates(rule, "2026-11-01", "2026-12-05") == [
        "11-01", "11-04", "11-08", "11-15", "11-22", "11-29", "12-02",
    ]  # fmt: skip


def test_numbered_weekdays_need_no_frequency():
    rule = Rule(byday="2SA", opens_at=clock("09:00"), closes_at=clock("12:00"))

    assert opening_dates(rule, "2026-11-01", "2026-12-31") == ["11-14", "12-12"]


@pytest.mark.parametrize(
    ("bymonthday", "dates"), [("1,15", ["12-01", "12-15", "01-01", "01-15"]), ("-1", ["12-31", "01-31"])]
)
def test_days_of_the_month(bymonthday, dates):
    rule = Rule(freq="MONTHLY", bymonthday=bymonthday, opens_at=clock("09:00"), closes_at=clock("12:00"))

    assert opening_dates(rule, "2026-12-01", "2027-01-31") == dates


def test_days_of_the_year():
    rule = Rule(byyearday="1,-1", opens_at=clock("09:00"), closes_at=clock("12:00"))

    assert opening_dates(rule, "2026-12-01", "2027-12-31") == ["12-31", "01-01", "12-31"]


def test_weeks_of_the_year():
    rule = weekly("MO", "09:00", "12:00", byweekno="1,53")

    assert opening_dates(rule, "2026-12-01", "2027-12-31") == ["12-28", "01-04"]


def test_every_second_week_counts_from_the_first_date():
    rule = weekly("TU", "09:00", "12:00", interval=2, dtstart=date(2026, 3, 3))

    assert opening_dates(rule, "2026-11-01", "2026-12-10") == ["11-10", "11-24", "12-08"]


def test_every_second_week_counts_from_valid_from_without_a_first_date():
    rule = weekly("TU", "09:00", "12:00", interval=2, valid_from=date(2026, 3, 2))

    assert opening_dates(rule, "2026-11-01", "2026-12-10") == ["11-10", "11-24", "12-08"]


def test_every_second_week_without_any_date_is_still_every_second_week():
    rule = weekly("TU", "09:00", "12:00", interval=2)

    assert len(opening_dates(rule, "2026-11-01", "2026-11-28")) == 2


def test_every_third_month_keeps_its_months():
    rule = monthly("1MO", "09:00", "12:00", interval=3, dtstart=date(2025, 1, 6))

    assert opening_dates(rule, "2026-02-01", "2026-12-31") == ["04-06", "07-06", "10-05"]


def test_a_number_of_times_is_counted_from_the_first_date():
    rule = weekly("TU", "09:00", "12:00", dtstart=date(2026, 11, 3), count=4)

    assert opening_dates(rule, "2026-11-15", "2026-12-31") == ["11-17", "11-24"]


def test_the_last_date_is_included():
    rule = weekly("TU", "09:00", "12:00", until=date(2026, 12, 1))

    assert opening_dates(rule, "2026-11-22", "2026-12-31") == ["11-24", "12-01"]


def test_a_rule_holds_from_its_first_to_its_last_valid_day():
    rule = weekly("MO,TU,WE,TH,FR", "09:00", "12:00", valid_from=date(2026, 11, 24), valid_to=date(2026, 11, 26))

    assert opening_dates(rule, "2026-11-01", "2026-12-31") == ["11-24", "11-25", "11-26"]


def test_the_night_of_the_last_valid_day_is_kept_whole():
    rule = weekly("SA", "22:00", "06:00", valid_to=date(2026, 11, 28))

    assert hours([rule], "2026-11-28", "2026-12-31") == ["11-28 22:00 11-29 06:00"]


def test_while_anybody_may_walk_in_nobody_needs_an_appointment():
    rules = [weekly("MO", "08:00", "18:00", by_appointment=True), weekly("MO", "10:00", "12:00")]
    monday = date(2026, 11, 23)

    found = spans(rules, (), monday, monday, LOS_ANGELES)

    assert [(span.opens.hour, span.closes.hour, span.by_appointment) for span in found] == [
        (8, 10, True),
        (10, 12, False),
        (12, 18, True),
    ]
