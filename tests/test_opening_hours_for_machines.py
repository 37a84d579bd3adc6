from datetime import UTC, date, datetime

import pytest

from directory.hours.jsonld import jsonld
from directory.hours.minutes import open_minutes
from directory.hours.rules import Rule
from tests.opening_hours import (
    ALWAYS,
    LOS_ANGELES,
    OFFICE,
    SHELTER,
    THANKSGIVING,
    closed,
    moment,
    monthly,
    special,
    weekly,
)

MONDAY = date(2026, 11, 23)
TYPE = {"@type": "OpeningHoursSpecification"}


def minutes(rules, start, end, *exceptions):
    found = open_minutes(rules, exceptions, date.fromisoformat(start), date.fromisoformat(end), LOS_ANGELES)
    return [tuple(f"{datetime.fromtimestamp(each * 60, UTC):%m-%d %H:%M}" for each in span) for span in found]


# Minutes for the search index


def test_minutes_are_counted_in_utc():
    monday = minutes([OFFICE], "2026-11-23", "2026-11-23")

    assert monday == [("11-23 17:00", "11-24 00:30")]


def test_minutes_follow_the_clock_change():
    rule = weekly("SA,SU", "09:00", "10:00")

    assert minutes([rule], "2026-03-07", "2026-03-08") == [
        ("03-07 17:00", "03-07 18:00"),
        ("03-08 16:00", "03-08 17:00"),
    ]


def test_minutes_include_the_night_before_and_end_with_the_last_day():
    assert minutes([SHELTER], "2026-11-23", "2026-11-23") == [
        ("11-23 08:00", "11-23 14:00"),
        ("11-24 06:00", "11-24 08:00"),
    ]


def test_minutes_of_always_open_are_one_span():
    assert minutes([ALWAYS], "2026-11-23", "2026-11-29") == [("11-23 08:00", "11-30 08:00")]


def test_minutes_leave_out_appointments_and_closed_days():
    rules = [weekly("MO", "09:00", "12:00", by_appointment=True), OFFICE, Rule()]

    assert minutes(rules[:1], "2026-11-23", "2026-11-29") == []
    assert minutes(rules, "2026-11-26", "2026-11-26", closed(THANKSGIVING)) == []


def test_minutes_agree_with_the_moment():
    [(opens, closes)] = open_minutes([OFFICE], (), MONDAY, MONDAY, LOS_ANGELES)

    assert opens * 60 == moment("2026-11-23 09:00").timestamp()
    assert closes * 60 == moment("2026-11-23 16:30").timestamp()


# JSON-LD


def test_weekly_hours_are_given_once():
    assert jsonld([OFFICE], (), MONDAY) == [
        TYPE
        | {
            "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
            "opens": "09:00",
            "closes": "16:30",
        }
    ]


@pytest.mark.parametrize(
    ("opens", "closes", "written"),
    [
        ("00:00", "00:00", ("00:00", "23:59")),
        ("22:00", "06:00", ("22:00", "06:00")),
        ("18:00", "00:00", ("18:00", "23:59")),
    ],
)
def test_midnight_is_written_so_that_it_does_not_mean_closed(opens, closes, written):
    [entry] = jsonld([weekly("MO", opens, closes)], (), MONDAY)

    assert (entry["opens"], entry["closes"]) == written


def test_a_season_has_its_dates():
    rule = weekly("MO", "09:00", "12:00", valid_from=date(2027, 1, 15), valid_to=date(2027, 4, 15))

    [entry] = jsonld([rule], (), MONDAY)

    assert (entry["validFrom"], entry["validThrough"]) == ("2027-01-15", "2027-04-15")


def test_a_season_that_is_over_is_left_out():
    assert jsonld([weekly("MO", "09:00", "12:00", valid_to=date(2026, 4, 15))], (), MONDAY) == []


def test_monthly_hours_become_dates():
    assert jsonld([monthly("2SA", "09:00", "12:00")], (), MONDAY) == [
        TYPE | {"opens": "09:00", "closes": "12:00", "validFrom": day, "validThrough": day}
        for day in ("2026-12-12", "2027-01-09")
    ]


def test_a_date_carries_all_the_hours_of_that_day():
    rules = [weekly("SA", "14:00", "16:00"), monthly("2SA", "09:00", "12:00", until=date(2026, 12, 31))]

    dated = jsonld(rules, (), MONDAY)[1:]

    assert [(entry["opens"], entry["validFrom"]) for entry in dated] == [
        ("09:00", "2026-12-12"),
        ("14:00", "2026-12-12"),
    ]


def test_closed_days_in_a_row_are_one_entry_and_special_hours_another():
    exceptions = [
        closed(date(2026, 12, 21), date(2027, 1, 1)),
        special(date(2026, 12, 23), "09:00", "11:00"),
    ]

    assert jsonld([OFFICE], exceptions, MONDAY)[1:] == [
        TYPE | {"opens": "00:00", "closes": "00:00", "validFrom": "2026-12-21", "validThrough": "2026-12-22"},
        TYPE | {"opens": "09:00", "closes": "11:00", "validFrom": "2026-12-23", "validThrough": "2026-12-23"},
        TYPE | {"opens": "00:00", "closes": "00:00", "validFrom": "2026-12-24", "validThrough": "2027-01-01"},
    ]


def test_appointments_and_broken_rules_are_unknown_to_search_engines():
    assert jsonld([Rule(by_appointment=True), Rule(), weekly("XX", "09:00", "12:00")], (), MONDAY) == []
