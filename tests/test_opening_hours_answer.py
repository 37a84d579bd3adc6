from datetime import UTC, date, timedelta

import pytest

from directory.hours.answers import Opening, answer
from directory.hours.rules import Rule
from tests.opening_hours import (
    ALWAYS,
    LOS_ANGELES,
    OFFICE,
    SHELTER,
    THANKSGIVING,
    clock,
    closed,
    moment,
    monthly,
    special,
    weekly,
)


def asked(rules, at, *exceptions):
    return answer(rules, exceptions, at, LOS_ANGELES)


# Open and closed


def test_open_says_until_when():
    assert asked([OFFICE], moment("2026-11-23 10:00")) == Opening(state="open", until=moment("2026-11-23 16:30"))


def test_the_moment_of_opening_is_open_and_the_moment_of_closing_is_closed():
    assert asked([OFFICE], moment("2026-11-23 09:00")).state == "open"
    assert asked([OFFICE], moment("2026-11-23 16:30")).state == "closed"


def test_closed_says_when_it_opens_the_same_day():
    assert asked([OFFICE], moment("2026-11-23 07:00")) == Opening(state="closed", opens=moment("2026-11-23 09:00"))


def test_closed_for_the_weekend_says_monday():
    assert asked([OFFICE], moment("2026-11-21 12:00")).opens == moment("2026-11-23 09:00")


def test_the_lunch_break_of_a_split_day_is_closed():
    rules = [weekly("MO", "09:00", "12:00"), weekly("MO", "13:30", "17:00")]

    assert asked(rules, moment("2026-11-23 12:30")).opens == moment("2026-11-23 13:30")


def test_the_question_may_be_asked_in_any_time_zone():
    assert asked([OFFICE], moment("2026-11-23 10:00").astimezone(UTC)).until == moment("2026-11-23 16:30")


def test_a_monthly_rule_opens_on_its_date():
    opening = asked([monthly("2SA", "09:00", "12:00")], moment("2026-11-22 10:00"))

    assert opening == Opening(state="closed", opens=moment("2026-12-12 09:00"))


def test_an_opening_more_than_60_days_away_is_not_promised():
    far = Rule(dtstart=date(2027, 3, 1), opens_at=clock("09:00"), closes_at=clock("12:00"))

    assert asked([far], moment("2026-11-22 10:00")) == Opening(state="closed")


def test_a_season_that_is_over_is_closed():
    rule = weekly("MO,TU", "09:00", "12:00", valid_to=date(2026, 4, 15))

    assert asked([rule], moment("2026-11-23 10:00")) == Opening(state="closed")


def test_the_last_valid_day_is_still_open():
    rule = weekly("MO,TU,WE", "09:00", "12:00", valid_to=date(2026, 11, 24))

    assert asked([rule], moment("2026-11-24 10:00")).state == "open"
    assert asked([rule], moment("2026-11-25 10:00")) == Opening(state="closed")


# Nights, whole days and the clock changes


def test_a_shelter_is_open_before_and_after_midnight():
    assert asked([SHELTER], moment("2026-11-23 23:00")).until == moment("2026-11-24 06:00")
    assert asked([SHELTER], moment("2026-11-24 05:59")).until == moment("2026-11-24 06:00")
    assert asked([SHELTER], moment("2026-11-24 06:00")).opens == moment("2026-11-24 22:00")


def test_always_open_has_no_end():
    assert asked([ALWAYS], moment("2026-11-23 10:00")) == Opening(state="open", whole_day=True)


def test_a_weekend_without_closing_is_whole_on_saturday_only():
    rules = [weekly("FR", "17:00", "00:00"), weekly("SA,SU", "00:00", "00:00"), weekly("MO", "00:00", "08:00")]

    friday, saturday = (asked(rules, moment(text)) for text in ("2026-11-27 18:00", "2026-11-28 12:00"))

    assert (friday.until, friday.whole_day) == (moment("2026-11-30 08:00"), False)
    assert (saturday.until, saturday.whole_day) == (moment("2026-11-30 08:00"), True)


def test_in_the_repeated_hour_of_autumn_the_second_pass_is_later_than_the_first():
    rule = weekly("SU", "00:00", "01:30")

    assert asked([rule], moment("2026-11-01 01:15", fold=0)).state == "open"
    assert asked([rule], moment("2026-11-01 01:15", fold=1)).state == "closed"


def test_a_span_over_the_repeated_hour_is_open_in_both_passes():
    for fold in (0, 1):
        assert asked([SHELTER], moment("2026-11-01 01:30", fold=fold)).until == moment("2026-11-01 06:00")


def test_the_answer_after_spring_opens_in_summer_time():
    opens = asked([weekly("SU", "09:00", "12:00")], moment("2026-03-07 20:00")).opens

    assert opens.isoformat() == "2026-03-08T09:00:00-07:00"


# Exceptions


def test_thanksgiving_is_closed_and_says_why():
    opening = asked([OFFICE], moment("2026-11-26 10:00"), closed(THANKSGIVING, reason="Thanksgiving"))

    assert opening == Opening(state="closed", opens=moment("2026-11-27 09:00"), reason="Thanksgiving")


def test_the_reason_of_another_day_is_not_given_today():
    opening = asked([OFFICE], moment("2026-11-25 10:00"), closed(THANKSGIVING, reason="Thanksgiving"))

    assert opening == Opening(state="open", until=moment("2026-11-25 16:30"))


def test_special_hours_count_as_open():
    opening = asked(
        [OFFICE], moment("2026-11-25 11:00"), special(date(2026, 11, 25), "10:00", "12:00", reason="Short day")
    )

    assert opening == Opening(state="open", until=moment("2026-11-25 12:00"), reason="Short day")


def test_always_open_ends_with_the_day_before_a_closed_day():
    opening = asked([ALWAYS], moment("2026-11-24 10:00"), closed(THANKSGIVING))

    assert opening == Opening(state="open", until=moment("2026-11-26 00:00"), whole_day=True)


# Appointments


def test_by_appointment_only_is_never_closed():
    rule = weekly("TU", "09:00", "12:00", by_appointment=True)

    for at in ("2026-11-24 10:00", "2026-11-25 23:00"):
        assert asked([rule], moment(at)) == Opening(state="appointment")


def test_appointments_need_neither_days_nor_times():
    assert asked([Rule(by_appointment=True)], moment("2026-11-24 10:00")) == Opening(state="appointment")


def test_appointments_of_a_season_that_is_over_are_closed():
    rule = Rule(by_appointment=True, valid_to=date(2026, 4, 15))

    assert asked([rule], moment("2026-11-24 10:00")) == Opening(state="closed")


def test_appointments_beside_walk_in_hours_name_the_next_walk_in():
    rules = [weekly("TU", "09:00", "12:00"), weekly("TU", "13:00", "16:00", by_appointment=True)]

    assert asked(rules, moment("2026-11-24 10:00")).until == moment("2026-11-24 12:00")
    assert asked(rules, moment("2026-11-24 14:00")) == Opening(state="appointment", opens=moment("2026-12-01 09:00"))
    assert asked(rules, moment("2026-11-24 17:00")) == Opening(state="closed", opens=moment("2026-12-01 09:00"))


# Unknown


@pytest.mark.parametrize("rules", [[], [Rule()], [weekly("XX", "09:00", "12:00")], [Rule(freq="WEEKLY", byday="MO")]])
def test_without_a_readable_rule_the_hours_are_unknown(rules):
    assert asked(rules, moment("2026-11-24 10:00")) == Opening(state="unknown")


def test_one_readable_rule_among_broken_ones_is_enough():
    assert asked([Rule(), OFFICE], moment("2026-11-24 10:00")).state == "open"


def test_with_unknown_hours_a_closed_day_is_closed_and_promises_nothing():
    exceptions = [closed(THANKSGIVING, reason="Thanksgiving"), special(THANKSGIVING + timedelta(2), "09:00", "12:00")]

    assert asked([], moment("2026-11-26 10:00"), *exceptions) == Opening(state="closed", reason="Thanksgiving")
    assert asked([], moment("2026-11-27 10:00"), *exceptions) == Opening(state="unknown")


def test_with_unknown_hours_special_hours_are_known_today():
    exception = special(THANKSGIVING, "22:00", "06:00")

    assert asked([], moment("2026-11-26 10:00"), exception).opens == moment("2026-11-26 22:00")
    assert asked([], moment("2026-11-26 23:00"), exception).until == moment("2026-11-27 06:00")
