from datetime import date
from types import SimpleNamespace

import pytest

from directory.hours.rules import DateException, Rule
from tests.opening_hours import (
    THANKSGIVING,
    clock,
    closed,
    hours,
    monthly,
    opening_dates,
    weekly,
)

# Broken input


@pytest.mark.parametrize(
    "rule",
    [
        weekly("Monday", "09:00", "12:00"),
        weekly("XX", "09:00", "12:00"),
        weekly("2SA", "09:00", "12:00"),
        weekly("", "09:00", "12:00"),
        monthly("9SA", "09:00", "12:00"),
        monthly("0SA", "09:00", "12:00"),
        monthly("", "09:00", "12:00"),
        monthly("", "09:00", "12:00", bymonthday="fifteenth,32"),
        Rule(freq="YEARLY", byday="MO", opens_at=clock("09:00"), closes_at=clock("12:00")),
        Rule(opens_at=clock("09:00"), closes_at=clock("12:00")),
        Rule(freq="WEEKLY", byday="MO"),
        Rule(freq="WEEKLY", byday="MO", opens_at=clock("09:00")),
        Rule(),
    ],
)
def test_a_rule_that_cannot_be_read_opens_nothing(rule):
    assert hours([rule], "2026-11-01", "2026-12-31") == []


@pytest.mark.parametrize(
    "rule",
    [
        weekly("Monday, tu ,XX", "09:00", "12:00"),
        weekly("TU,2SA", "09:00", "12:00"),
        weekly("TU", "09:00", "12:00", interval=0),
        weekly("TU", "09:00", "12:00", interval=None),
        weekly("TU", "09:00", "12:00", wkst="Sunday"),
        weekly("TU", "09:00", "12:00", count=3),
        Rule(freq="weekly ", byday="TU", opens_at=clock("09:00"), closes_at=clock("12:00")),
    ],
)
def test_a_broken_part_is_skipped_and_the_rest_holds(rule):
    assert opening_dates(rule, "2026-11-15", "2026-12-01") == ["11-17", "11-24", "12-01"]


def test_a_rule_that_ends_before_it_begins_opens_nothing():
    rule = weekly("TU", "09:00", "12:00", valid_from=date(2026, 12, 1), valid_to=date(2026, 11, 1))

    assert hours([rule], "2026-10-01", "2026-12-31") == []


def test_a_date_that_never_comes_opens_nothing():
    rule = monthly("", "09:00", "12:00", bymonthday="31", byyearday="60")

    assert hours([rule], "2026-10-01", "2026-12-31") == []


# Rows of a database


def test_a_row_is_read_by_the_names_of_its_columns():
    row = SimpleNamespace(
        freq="WEEKLY", byday="MO", interval=None, until=None, opens_at=clock("09:00"), closes_at=clock("12:00"),
        by_appointment=False, wkst="", notes="Ring twice", description="not ours",
    )  # fmt: skip

    assert Rule.of(row) == weekly("MO", "09:00", "12:00", notes="Ring twice")
    assert Rule.of(row, notes="Toque dos veces").notes == "Toque dos veces"


def test_a_row_of_an_exception_is_read_by_the_names_of_its_columns():
    row = SimpleNamespace(starts_on=THANKSGIVING, ends_on=None, closed=True, opens_at=None, reason="Thanksgiving")

    assert DateException.of(row) == closed(THANKSGIVING, reason="Thanksgiving")
    assert DateException.of(row, reason="Acción de Gracias").reason == "Acción de Gracias"
