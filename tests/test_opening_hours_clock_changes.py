from datetime import UTC, date, timedelta

import pytest

from directory.hours.spans import spans
from tests.opening_hours import (
    ALWAYS,
    LOS_ANGELES,
    SHELTER,
    hours,
    moment,
    weekly,
)


def real_length(rules, day):
    [span] = spans(rules, (), date.fromisoformat(day), date.fromisoformat(day), LOS_ANGELES)
    return span.closes.astimezone(UTC) - span.opens.astimezone(UTC)


@pytest.mark.parametrize(
    ("evening", "real_hours"), [("2026-03-07", 7), ("2026-03-06", 8), ("2026-10-31", 9), ("2026-10-30", 8)]
)
def test_a_night_over_a_clock_change_is_shorter_or_longer(evening, real_hours):
    assert real_length([SHELTER], evening) == timedelta(hours=real_hours)


@pytest.mark.parametrize(("day", "real_hours"), [("2026-03-08", 23), ("2026-11-01", 25)])
def test_a_whole_day_of_a_clock_change_has_23_or_25_hours(day, real_hours):
    assert real_length([ALWAYS], day) == timedelta(hours=real_hours)


def test_an_office_opens_at_the_same_wall_clock_time_before_and_after_a_change():
    every_day = weekly("MO,TU,WE,TH,FR,SA,SU", "09:00", "17:00")

    found = spans([every_day], (), date(2026, 3, 7), date(2026, 3, 8), LOS_ANGELES)

    assert [span.opens.hour for span in found] == [9, 9]
    assert [span.opens.utcoffset() for span in found] == [timedelta(hours=-8), timedelta(hours=-7)]


def test_a_time_that_spring_skips_moves_forward():
    assert hours([weekly("SU", "02:30", "05:00")], "2026-03-08", "2026-03-08") == ["03-08 03:30 03-08 05:00"]


def test_a_span_that_spring_skips_does_not_happen():
    assert hours([weekly("SU", "02:30", "03:15")], "2026-03-08", "2026-03-08") == []


def test_of_an_hour_that_autumn_repeats_the_first_is_meant():
    [span] = spans([weekly("SU", "01:30", "03:00")], (), date(2026, 11, 1), date(2026, 11, 1), LOS_ANGELES)

    assert span.opens.astimezone(UTC) == moment("2026-11-01 01:30", fold=0).astimezone(UTC)
    assert span.closes.astimezone(UTC) - span.opens.astimezone(UTC) == timedelta(hours=2, minutes=30)
