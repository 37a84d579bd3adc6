from datetime import date

import pytest
from django.utils import translation

from directory.hours.answers import answer
from directory.hours.rules import Rule
from directory.hours.wording import sentence
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
    weekly,
)

WEEKEND = [weekly("FR", "17:00", "00:00"), weekly("SA,SU", "00:00", "00:00"), weekly("MO", "00:00", "08:00")]
LUNCH = weekly("MO,TU,WE,TH,FR", "11:00", "13:30")
AFTER_LUNCH = weekly("MO,TH", "13:00", "17:00")
ONCE = Rule(dtstart=date(2026, 12, 12), opens_at=clock("13:15"), closes_at=clock("15:00"))

# Monday 23 November 2026 is the day on which most of these are asked.
CASES = [
    ([OFFICE], "11-23 10:00", "Open now until 4:30 p.m.", "Abierto ahora hasta las 4:30 p. m."),
    ([LUNCH], "11-23 11:00", "Open now until 1:30 p.m.", "Abierto ahora hasta la 1:30 p. m."),
    ([weekly("MO", "09:00", "12:00")], "11-23 10:00", "Open now until noon", "Abierto ahora hasta las 12 del mediodía"),
    (
        [weekly("MO", "09:00", "00:00")],
        "11-23 10:00",
        "Open now until midnight",
        "Abierto ahora hasta las 12 de la noche",
    ),
    ([SHELTER], "11-23 23:00", "Open now until 6 a.m.", "Abierto ahora hasta las 6 a. m."),
    (WEEKEND, "11-28 12:00", "Open now until Monday at 8 a.m.", "Abierto ahora hasta el lunes a las 8 a. m."),
    (
        WEEKEND[:2],
        "11-27 18:00",
        "Open now until Sunday at midnight",
        "Abierto ahora hasta el domingo a las 12 de la noche",
    ),
    (
        [*WEEKEND[:2], weekly("MO", "00:00", "13:00")],
        "11-28 12:00",
        "Open now until Monday at 1 p.m.",
        "Abierto ahora hasta el lunes a la 1 p. m.",
    ),
    ([ALWAYS], "11-23 10:00", "Open now, all day and night", "Abierto ahora, las 24 horas"),
    (
        [weekly("MO", "14:00", "18:00")],
        "11-23 10:00",
        "Closed. Opens today at 2 p.m.",
        "Cerrado. Abre hoy a las 2 p. m.",
    ),
    ([AFTER_LUNCH], "11-23 10:00", "Closed. Opens today at 1 p.m.", "Cerrado. Abre hoy a la 1 p. m."),
    (
        [weekly("MO", "12:00", "18:00")],
        "11-23 10:00",
        "Closed. Opens today at noon",
        "Cerrado. Abre hoy a las 12 del mediodía",
    ),
    ([OFFICE], "11-23 20:00", "Closed. Opens tomorrow at 9 a.m.", "Cerrado. Abre mañana a las 9 a. m."),
    ([AFTER_LUNCH], "11-25 20:00", "Closed. Opens tomorrow at 1 p.m.", "Cerrado. Abre mañana a la 1 p. m."),
    (
        [weekly("SA", "09:00", "12:00")],
        "11-23 10:00",
        "Closed. Opens Saturday at 9 a.m.",
        "Cerrado. Abre el sábado a las 9 a. m.",
    ),
    ([AFTER_LUNCH], "11-23 20:00", "Closed. Opens Thursday at 1 p.m.", "Cerrado. Abre el jueves a la 1 p. m."),
    (
        [monthly("2SA", "09:00", "12:00")],
        "11-23 10:00",
        "Closed. Opens Saturday, December 12, at 9 a.m.",
        "Cerrado. Abre el sábado 12 de diciembre a las 9 a. m.",
    ),
    (
        [ONCE],
        "11-23 10:00",
        "Closed. Opens Saturday, December 12, at 1:15 p.m.",
        "Cerrado. Abre el sábado 12 de diciembre a la 1:15 p. m.",
    ),
    ([weekly("TU", "00:00", "00:00")], "11-23 10:00", "Closed. Opens tomorrow", "Cerrado. Abre mañana"),
    ([weekly("SA", "00:00", "00:00")], "11-23 10:00", "Closed. Opens Saturday", "Cerrado. Abre el sábado"),
    (
        [monthly("2SA", "00:00", "00:00")],
        "11-23 10:00",
        "Closed. Opens Saturday, December 12",
        "Cerrado. Abre el sábado 12 de diciembre",
    ),
    (
        [weekly("MO", "09:00", "12:00", valid_to=date(2026, 4, 15))],
        "11-23 10:00",
        "Closed for now. Please call.",
        "Cerrado por ahora. Por favor, llame.",
    ),
    ([Rule(by_appointment=True)], "11-23 10:00", "By appointment", "Con cita previa"),
    ([], "11-23 10:00", "Hours not known. Please call.", "No sabemos el horario. Por favor, llame."),
]


@pytest.mark.parametrize(("rules", "at", "english", "spanish"), CASES)
def test_every_answer_is_a_sentence_in_both_languages(rules, at, english, spanish):
    now = moment(f"2026-{at}")
    opening = answer(rules, (), now, LOS_ANGELES)

    assert sentence(opening, now, "en") == english
    assert sentence(opening, now, "es") == spanish


def test_without_a_language_the_active_one_speaks():
    now = moment("2026-11-23 10:00")
    opening = answer([OFFICE], (), now, LOS_ANGELES)

    with translation.override("es"):
        assert sentence(opening, now) == "Abierto ahora hasta las 4:30 p. m."
        assert sentence(opening, now, "en") == "Open now until 4:30 p.m."
        assert translation.get_language() == "es"


def test_six_days_ahead_is_a_weekday_and_seven_days_ahead_is_a_date():
    rule = weekly("MO", "09:00", "12:00")

    for at, words in (
        ("2026-11-24 10:00", "Closed. Opens Monday at 9 a.m."),
        ("2026-11-23 13:00", "Closed. Opens Monday, November 30, at 9 a.m."),
    ):
        now = moment(at)
        assert sentence(answer([rule], (), now, LOS_ANGELES), now, "en") == words


def test_after_midnight_tomorrow_has_become_today():
    now = moment("2026-11-24 00:30")

    assert sentence(answer([OFFICE], (), now, LOS_ANGELES), now, "en") == "Closed. Opens today at 9 a.m."


def test_always_open_is_not_bothered_by_a_closed_day_far_away():
    exceptions = [closed(date(2026, 12, 25))]
    now, later = moment("2026-11-23 10:00"), moment("2026-12-22 10:00")

    assert sentence(answer([ALWAYS], exceptions, now, LOS_ANGELES), now, "en") == "Open now, all day and night"
    assert (
        sentence(answer([ALWAYS], exceptions, later, LOS_ANGELES), later, "en") == "Open now until Thursday at midnight"
    )


def test_the_sentence_of_a_closed_holiday_names_the_next_opening():
    now = moment("2026-11-26 10:00")
    opening = answer([OFFICE], [closed(THANKSGIVING, reason="Thanksgiving")], now, LOS_ANGELES)

    assert sentence(opening, now, "en") == "Closed. Opens tomorrow at 9 a.m."
    assert opening.reason == "Thanksgiving"
