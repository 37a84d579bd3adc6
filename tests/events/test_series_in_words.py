"""A series as a neighbour would say it."""

from datetime import date, time

import pytest
from django.utils.translation import override
from hypothesis import given, settings

from events.recurrence.series import Change, ChangeKind
from events.recurrence.wording import in_words
from tests.events.series import a_series, any_series

SAYINGS = [
    ("", "Once: Tuesday, September 1, 2026, 4 p.m. to 6 p.m.", "Una sola vez: martes 1 de septiembre de 2026"),
    ("FREQ=DAILY", "Every day, 4 p.m. to 6 p.m.", "Cada día, de 4 p. m. a 6 p. m."),
    ("FREQ=DAILY;INTERVAL=3", "Every 3 days", "Cada 3 días"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday", "De lunes a viernes"),
    ("FREQ=WEEKLY", "Every Tuesday", "Cada martes"),
    (
        "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=8",
        "Every Tuesday and Thursday, 4 p.m. to 6 p.m., 8 times",
        "Cada martes y jueves",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270610",
        "Every second Tuesday, 4 p.m. to 6 p.m., until June 10, 2027",
        "Cada dos semanas, el martes, de 4 p. m. a 6 p. m., hasta el 10 de junio de 2027",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
        "Every second week: Tuesday and Thursday",
        "Cada dos semanas: martes y jueves",
    ),
    ("FREQ=WEEKLY;INTERVAL=3", "Every 3 weeks: Tuesday", "Cada 3 semanas: martes"),
    ("FREQ=MONTHLY", "On day 1 of every month", "El día 1 de cada mes"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "On the last day of every month", "El último día de cada mes"),
    ("FREQ=MONTHLY;BYDAY=1SA", "The first Saturday of every month", "El primer sábado de cada mes"),
    ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-1", "The last Saturday of every month", "El último sábado de cada mes"),
    ("FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE", "Every other month: second Wednesday of the month", "Cada dos meses"),
    ("FREQ=YEARLY", "Every year on September 1", "Cada año el 1 de septiembre"),
    ("FREQ=YEARLY;BYMONTH=10;BYDAY=1SA", "Every year, the first Saturday of October", "Cada año, el primer sábado"),
    ("FREQ=YEARLY;BYDAY=20MO", "On the dates below", "En las fechas de abajo"),
    ("FREQ=YEARLY;BYMONTHDAY=15", "On the dates below", "En las fechas de abajo"),
]


@pytest.mark.parametrize(("rule", "english", "spanish"), SAYINGS)
def test_a_rule_is_said_in_both_languages(rule, english, spanish):
    with override("en"):
        assert in_words(a_series(rule)).startswith(english)
    with override("es"):
        assert in_words(a_series(rule)).replace("\xa0", " ").startswith(spanish)


def test_whole_days_and_open_ends_are_said_too():
    fair = a_series("FREQ=YEARLY", begins=None, days=3)
    more = Change(day=date(2026, 9, 4), kind=ChangeKind.EXTRA)

    assert in_words(fair) == "Every year on September 1, for 3 days"
    assert in_words(a_series("FREQ=WEEKLY", begins=time(9, 30), ends=None)) == "Every Tuesday, 9:30 a.m."
    assert in_words(a_series(changes=(more,))) == "On the dates below, 4 p.m. to 6 p.m."


@settings(max_examples=100, deadline=None)
@given(any_series())
def test_there_are_words_for_any_series(series):
    assert in_words(series)
