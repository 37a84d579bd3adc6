"""The recurrence field: what Elena chooses becomes a rule, and a rule becomes what she chose."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils.translation import override

from events.recurrence.form import RecurrenceField, RecurrenceFormField

ROUND_TRIPS = [
    ("", ""),
    ("rule_0=DAILY&rule_1=1", "FREQ=DAILY"),
    ("rule_0=WEEKLY&rule_1=2&rule_2=TU&rule_2=TH&rule_4=ON&rule_5=2027-06-10",
     "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270610;BYDAY=TU,TH"),
    ("rule_0=WEEKLY&rule_1=", "FREQ=WEEKLY"),
    ("rule_0=ON_THE_DATE&rule_1=3&rule_4=AFTER&rule_6=4", "FREQ=MONTHLY;INTERVAL=3;COUNT=4"),
    ("rule_0=ON_THE_WEEKDAY&rule_1=1&rule_2=SA&rule_3=1&rule_3=-1", "FREQ=MONTHLY;BYDAY=1SA,-1SA"),
    ("rule_0=YEARLY&rule_1=1", "FREQ=YEARLY"),
    ("rule_0=OWN&rule_7=rrule:freq=monthly;byday=-2fr", "FREQ=MONTHLY;BYDAY=-2FR"),
]  # fmt: skip


class ARuleForm(forms.Form):
    rule = RecurrenceFormField()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("sent", "rule"), ROUND_TRIPS)
def test_every_choice_becomes_a_rule_and_comes_back(sent, rule, language):
    with override(language):
        form = ARuleForm(QueryDict(sent))
        assert form.is_valid(), form.errors
        assert form.cleaned_data["rule"] == rule

        again = ARuleForm(_as_sent(ARuleForm(initial={"rule": rule})), initial={"rule": rule})
        assert again.is_valid(), again.errors
        assert again.cleaned_data["rule"] == rule
        assert not again.has_changed()


def _as_sent(form):
    """What a browser would send of a form nobody has touched."""
    data = QueryDict(mutable=True)
    values = form.fields["rule"].widget.decompress(form.initial["rule"])
    for number, value in enumerate(values):
        data.setlist(f"rule_{number}", [str(each) for each in (value if isinstance(value, list) else [value or ""])])
    return data


@pytest.mark.parametrize(
    "rule", ["FREQ=YEARLY;BYMONTH=10;BYDAY=1SA", "FREQ=MONTHLY;BYDAY=1MO,2TU", "FREQ=WEEKLY;WKST=SU", "FREQ=HOURLY"]
)
def test_a_rule_the_choices_cannot_say_stays_as_it_is(rule):
    values = RecurrenceFormField().widget.decompress(rule)

    assert (values[0], values[-1]) == ("OWN", rule)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ("rule_0=ON_THE_WEEKDAY&rule_2=SA", "Tick a day of the week"),
        ("rule_0=WEEKLY&rule_4=ON", "Say on which day it takes place for the last time."),
        ("rule_0=WEEKLY&rule_4=AFTER", "Say how many times"),
        ("rule_0=OWN", "Write the rule"),
        ("rule_0=OWN&rule_7=every+Tuesday", "cannot be read"),
        ("rule_0=WEEKLY&rule_1=none", "Enter a whole number."),
        ("rule_0=MONDAYS", "Select a valid choice"),
        ("rule_0=WEEKLY&rule_2=XX&rule_3=7", "Select a valid choice"),
    ],
)
def test_what_is_missing_or_broken_is_said_and_what_was_typed_stays(sent, sentence):
    form = ARuleForm(QueryDict(sent))

    assert not form.is_valid()
    assert sentence in form.errors["rule"][0]
    typed = QueryDict(sent).get("rule_7")
    assert not typed or typed in str(form["rule"])


@pytest.mark.parametrize(("language", "label"), [("en", "How many times altogether"), ("es", "Cuántas veces en total")])
def test_every_input_has_its_label_in_both_languages(language, label):
    with override(language):
        html = str(ARuleForm()["rule"])

    assert label in html
    for number in (0, 1, 4, 5, 6, 7):
        assert f'for="id_rule_{number}"' in html
        assert f'id="id_rule_{number}"' in html
    assert html.count("<legend>") == 2


def test_the_column_is_plain_text_for_migrations():
    _name, path, _args, kwargs = RecurrenceField(max_length=300, blank=True).deconstruct()

    assert (path, kwargs) == ("django.db.models.CharField", {"max_length": 300, "blank": True})
