"""What an office types as a rule: kept in one spelling, or refused in a sentence."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from events.recurrence.remarks import remarks
from events.recurrence.rules import checked_rule
from events.recurrence.series import Change, ChangeKind
from tests.events.series import a_series

TUESDAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" rrule:byday=tu , th;\n freq=weekly; ", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("FREQ=WEEKLY;INTERVAL=1;WKST=MO", "FREQ=WEEKLY"),
        ("UNTIL=20270610;INTERVAL=2;FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270610"),
        ("FREQ=MONTHLY;BYDAY=+1SA,-1SA", "FREQ=MONTHLY;BYDAY=1SA,-1SA"),
        ("FREQ=DAILY;UNTIL=20260911T065959Z", "FREQ=DAILY;UNTIL=20260910"),
        ("FREQ=DAILY;COUNT=3000", "FREQ=DAILY;COUNT=3000"),
    ],
)
def test_a_rule_is_kept_in_one_spelling(typed, kept):
    assert checked_rule(typed, TUESDAY) == kept
    assert checked_rule(kept, TUESDAY) == kept


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("every Tuesday", "cannot be read at “EVERYTUESDAY”"),
        ("FREQ=WEEKLY;BYDAY=XX", "cannot be read at “XX”"),
        ("FREQ=MONTHLY;BYDAY=9MO", "do not fit together"),
        ("FREQ=WEEKLY;FREQ=DAILY", "cannot be read"),
        ("FREQ=DAILY;UNTIL=20270230", "cannot be read"),
        ("FREQ=HOURLY", "Every day is the most"),
        ("FREQ=DAILY;BYHOUR=9,17", "Every day is the most"),
        ("FREQ=WEEKLY;RSCALE=HEBREW", "“RSCALE” is not understood"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "not both"),
        ("FREQ=WEEKLY;BYDAY=1TU", "do not fit together"),
        ("FREQ=MONTHLY;BYSETPOS=1", "do not fit together"),
        ("FREQ=WEEKLY;UNTIL=20260831", "The last day is before the first day."),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "No day fits"),
        ("FREQ=DAILY;COUNT=3001", "More than 3000 dates"),
        ("FREQ=DAILY;UNTIL=21260831", "More than 3000 dates"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused_with_its_reason(typed, sentence):
    with pytest.raises(ValidationError) as refused:
        checked_rule(typed, TUESDAY)

    assert sentence in refused.value.messages[0]


def test_the_reason_is_in_the_language_of_the_editor():
    with override("es"), pytest.raises(ValidationError) as refused:
        checked_rule("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", TUESDAY)

    assert "no los dos" in refused.value.messages[0]


def test_a_first_day_beside_its_rule_and_changes_that_change_nothing_are_remarked_on():
    series = a_series(
        "FREQ=WEEKLY;BYDAY=TH",
        changes=(
            Change(day=date(2026, 9, 4), kind=ChangeKind.CANCELLED),
            Change(day=date(2026, 9, 10), kind=ChangeKind.EXTRA),
            Change(day=date(2026, 9, 17), kind=ChangeKind.MOVED),
            Change(day=date(2026, 9, 17), kind=ChangeKind.MOVED),
        ),
    )

    found = remarks(series)

    assert found[0] == "Tuesday, September 1, 2026 is not a day of this rule. It takes place all the same."
    assert found[1] == "Nothing takes place on Friday, September 4, 2026, so there is nothing to change."
    assert found[2] == "Thursday, September 10, 2026 is a day of this rule anyway."
    assert "more than once" in found[3]
    assert remarks(a_series("FREQ=WEEKLY", changes=(Change(day=date(2026, 9, 8), kind=ChangeKind.SKIPPED),))) == []
