"""Promises are counted in days on which somebody works."""

from datetime import date

import pytest

from core.business_days import business_day_after, business_days_between, weekdays_in

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)
THANKSGIVING = {date(2026, 11, 26), date(2026, 11, 27)}


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        (MONDAY, 1, date(2026, 11, 24)),
        (FRIDAY, 1, MONDAY),
        (SATURDAY, 1, MONDAY),
        (SATURDAY, 0, MONDAY),
        (MONDAY, 0, MONDAY),
        (MONDAY, 5, date(2026, 12, 2)),
    ],
)
def test_weekends_and_holidays_do_not_count(start: date, count: int, due: date) -> None:
    assert business_day_after(start, count, weekdays_in("MO,TU,WE,TH,FR"), THANKSGIVING) == due


def test_days_left_are_counted_the_same_way() -> None:
    assert business_days_between(FRIDAY, date(2026, 11, 30), holidays=THANKSGIVING) == 4
    assert business_days_between(MONDAY, FRIDAY) == 0


def test_an_office_that_opens_on_saturdays_works_then() -> None:
    assert business_day_after(FRIDAY, 1, weekdays_in("TU,SA")) == SATURDAY


def test_days_that_say_nothing_mean_monday_to_friday() -> None:
    assert weekdays_in("") == weekdays_in("XX") == {0, 1, 2, 3, 4}
