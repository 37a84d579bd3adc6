from datetime import date

import pytest

from directory.hours.rules import DateException, Rule
from directory.hours.schedule_words import exceptions_in_words, rule_in_words
from directory.hours.week import week_table
from tests.opening_hours import ALWAYS, OFFICE, SHELTER, THANKSGIVING, clock, closed, monthly, special, weekly

MONDAY = date(2026, 11, 23)
ENGLISH, SPANISH = "en", "es"


def rows(rules, *exceptions, language=ENGLISH):
    return [
        (f"{day.date:%a}", *(span.words for span in day.spans))
        for day in week_table(rules, exceptions, MONDAY, language)
    ]


# The table of the week


def test_the_week_begins_with_today():
    table = week_table([OFFICE], (), MONDAY, ENGLISH)

    assert [day.date.day for day in table] == [23, 24, 25, 26, 27, 28, 29]
    assert [day.is_today for day in table] == [True] + [False] * 6
    assert [day.closed for day in table] == [False] * 5 + [True] * 2


def test_a_split_day_shows_both_spans():
    [morning, afternoon] = week_table(
        [weekly("MO", "09:00", "12:00"), weekly("MO", "13:30", "17:00")], (), MONDAY, ENGLISH
    )[0].spans

    assert (morning.opens, morning.closes, morning.words) == ("9 a.m.", "noon", "9 a.m. to noon")
    assert (afternoon.opens, afternoon.closes, afternoon.words) == ("1:30 p.m.", "5 p.m.", "1:30 p.m. to 5 p.m.")


def test_the_table_speaks_spanish():
    rules = [weekly("MO", "09:00", "12:00"), weekly("TU", "00:00", "00:00"), weekly("WE", "13:00", "17:00")]

    assert rows(rules, language=SPANISH)[:3] == [
        ("Mon", "de 9 a. m. a 12 del mediodía"),
        ("Tue", "Las 24 horas"),
        ("Wed", "de 1 p. m. a 5 p. m."),
    ]


def test_a_night_stands_once_under_the_day_on_which_it_begins():
    assert rows([SHELTER])[0] == ("Mon", "10 p.m. to 6 a.m.")
    assert len(rows([SHELTER])[1]) == 2


def test_always_open_is_said_each_day():
    assert rows([ALWAYS])[3] == ("Thu", "All day and night")


def test_a_closed_day_says_why():
    thursday = week_table([OFFICE], [closed(THANKSGIVING, reason="Thanksgiving")], MONDAY, ENGLISH)[3]

    assert (thursday.closed, thursday.reason) == (True, "Thanksgiving")


def test_special_hours_say_why():
    wednesday = week_table(
        [OFFICE], [special(date(2026, 11, 25), "09:00", "12:00", reason="Short day")], MONDAY, ENGLISH
    )[2]

    assert (wednesday.spans[0].words, wednesday.reason) == ("9 a.m. to noon", "Short day")


def test_appointments_are_marked():
    rules = [
        weekly("MO", "09:00", "12:00"),
        weekly("MO,TU", "13:00", "16:00", by_appointment=True),
        Rule(byday="WE", by_appointment=True),
    ]

    table = week_table(rules, (), MONDAY, ENGLISH)

    assert [day.by_appointment for day in table] == [False, True, True, False, False, False, False]
    assert rows(rules)[:3] == [
        ("Mon", "9 a.m. to noon", "1 p.m. to 4 p.m., by appointment"),
        ("Tue", "1 p.m. to 4 p.m., by appointment"),
        ("Wed", "By appointment"),
    ]


def test_a_monthly_date_appears_in_its_week():
    assert rows([monthly("-1FR", "09:00", "11:00")])[4] == ("Fri", "9 a.m. to 11 a.m.")


def test_unknown_hours_have_no_table():
    assert week_table([Rule()], [closed(THANKSGIVING)], MONDAY, ENGLISH) == []


# Exceptions in words


@pytest.mark.parametrize(
    ("exception", "english", "spanish"),
    [
        (
            closed(THANKSGIVING, reason="Thanksgiving"),
            "Closed Thursday, November 26: Thanksgiving",
            "Cerrado el jueves 26 de noviembre: Thanksgiving",
        ),
        (closed(THANKSGIVING), "Closed Thursday, November 26", "Cerrado el jueves 26 de noviembre"),
        (
            closed(date(2026, 12, 21), date(2027, 1, 1)),
            "Closed from Monday, December 21 to Friday, January 1",
            "Cerrado del lunes 21 de diciembre al viernes 1 de enero",
        ),
        (
            special(date(2026, 12, 24), "09:00", "12:00"),
            "Open Thursday, December 24, 9 a.m. to noon",
            "Abierto el jueves 24 de diciembre, de 9 a. m. a 12 del mediodía",
        ),
        (
            special(date(2026, 12, 24), "00:00", "00:00", last=date(2026, 12, 25)),
            "Open from Thursday, December 24 to Friday, December 25, all day and night",
            "Abierto del jueves 24 de diciembre al viernes 25 de diciembre, las 24 horas",
        ),
    ],
)
def test_an_exception_is_said_in_both_languages(exception, english, spanish):
    assert [str(notice) for notice in exceptions_in_words([exception], MONDAY, ENGLISH)] == [english]
    assert [str(notice) for notice in exceptions_in_words([exception], MONDAY, SPANISH)] == [spanish]


def test_exceptions_come_in_the_order_of_their_dates_and_only_those_ahead():
    exceptions = [
        closed(date(2027, 1, 1)),
        closed(date(2026, 11, 22)),
        closed(date(2026, 11, 20), date(2026, 11, 23)),
        closed(date(2027, 1, 23)),
        DateException(starts_on=THANKSGIVING, reason="Santa visits"),
    ]

    notices = exceptions_in_words(exceptions, MONDAY, ENGLISH)

    assert [notice.exception.starts_on for notice in notices] == [date(2026, 11, 20), date(2027, 1, 1)]


def test_the_reason_is_handed_through_as_it_came():
    reason = object()

    [notice] = exceptions_in_words([closed(THANKSGIVING, reason=reason)], MONDAY, ENGLISH)

    assert notice.reason is reason


# Rules in words


@pytest.mark.parametrize(
    ("rule", "english", "spanish"),
    [
        (OFFICE, "Monday to Friday, 9 a.m. to 4:30 p.m.", "De lunes a viernes, de 9 a. m. a 4:30 p. m."),
        (
            weekly("WE,MO", "09:00", "12:00"),
            "Monday and Wednesday, 9 a.m. to noon",
            "Lunes y miércoles, de 9 a. m. a 12 del mediodía",
        ),
        (
            weekly("MO,WE,FR", "13:00", "17:00"),
            "Monday, Wednesday and Friday, 1 p.m. to 5 p.m.",
            "Lunes, miércoles y viernes, de 1 p. m. a 5 p. m.",
        ),
        (ALWAYS, "Every day, all day and night", "Todos los días, las 24 horas"),
        (
            weekly("TU", "09:00", "12:00", interval=2, dtstart=date(2026, 11, 3)),
            "Every other week: Tuesday, 9 a.m. to noon",
            "Cada dos semanas: martes, de 9 a. m. a 12 del mediodía",
        ),
        (
            weekly("TU", "09:00", "12:00", interval=3, dtstart=date(2026, 11, 3)),
            "Every 3 weeks: Tuesday, 9 a.m. to noon",
            "Cada 3 semanas: martes, de 9 a. m. a 12 del mediodía",
        ),
        (
            monthly("2SA", "09:00", "12:00"),
            "Second Saturday of the month, 9 a.m. to noon",
            "Segundo sábado del mes, de 9 a. m. a 12 del mediodía",
        ),
        (
            monthly("2SA,4SA", "09:00", "12:00"),
            "Second Saturday and fourth Saturday of the month, 9 a.m. to noon",
            "Segundo sábado y cuarto sábado del mes, de 9 a. m. a 12 del mediodía",
        ),
        (
            monthly("-1FR", "18:00", "00:00"),
            "Last Friday of the month, 6 p.m. to midnight",
            "Último viernes del mes, de 6 p. m. a 12 de la noche",
        ),
        (
            monthly("1MO", "09:00", "12:00", interval=2, dtstart=date(2026, 1, 5)),
            "Every other month: first Monday of the month, 9 a.m. to noon",
            "Cada dos meses: primer lunes del mes, de 9 a. m. a 12 del mediodía",
        ),
        (
            monthly("", "09:00", "12:00", bymonthday="15,1"),
            "On days 1 and 15 of the month, 9 a.m. to noon",
            "Los días 1 y 15 del mes, de 9 a. m. a 12 del mediodía",
        ),
        (
            monthly("", "09:00", "12:00", bymonthday="-1"),
            "Last day of the month, 9 a.m. to noon",
            "Último día del mes, de 9 a. m. a 12 del mediodía",
        ),
        (
            Rule(dtstart=date(2026, 12, 12), opens_at=clock("09:00"), closes_at=clock("12:00")),
            "Saturday, December 12, 2026, 9 a.m. to noon",
            "Sábado 12 de diciembre de 2026, de 9 a. m. a 12 del mediodía",
        ),
        (
            weekly("MO", "09:00", "12:00", byweekno="2,4"),
            "On certain days of the year, 9 a.m. to noon",
            "En ciertos días del año, de 9 a. m. a 12 del mediodía",
        ),
        (
            weekly("TU", "09:00", "12:00", by_appointment=True),
            "Tuesday, 9 a.m. to noon, by appointment",
            "Martes, de 9 a. m. a 12 del mediodía, con cita previa",
        ),
        (Rule(byday="TU", by_appointment=True), "Tuesday, by appointment", "Martes, con cita previa"),
        (Rule(by_appointment=True), "By appointment", "Con cita previa"),
        (Rule(), "", ""),
        (weekly("XX", "09:00", "12:00"), "", ""),
    ],
)
def test_a_rule_is_said_in_both_languages(rule, english, spanish):
    assert rule_in_words(rule, ENGLISH) == english
    assert rule_in_words(rule, SPANISH) == spanish
