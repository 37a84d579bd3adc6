"""What turns the words around it is not taken in: not from families, not from partners, not from their tables."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from core.forms.public import PublicForm
from core.forms.turning import straight

TURNED = "Call \u202e1234-555\u202c \u2066now\u2069"


class OneField(PublicForm):
    words = forms.CharField()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (TURNED, "Call 1234-555 now"),
        ("مسجد\u200f 1", "مسجد\u200f 1"),
        ("Año, 👩‍👧 y «niñez»", "Año, 👩‍👧 y «niñez»"),
    ],
)
def test_only_what_turns_others_goes(text: str, plain: str) -> None:
    assert straight(text) == plain


@pytest.mark.parametrize("data", [{"words": TURNED}, QueryDict("", mutable=True), MultiValueDict()])
def test_a_form_reads_and_shows_the_straight_words(data) -> None:
    data["words"] = TURNED
    form = OneField(data)

    form.is_valid()

    assert form.cleaned_data["words"] == "Call 1234-555 now"
    assert "\u202e" not in str(form["words"])


def test_nothing_but_such_signs_is_nothing() -> None:
    assert "words" in OneField({"words": "\u202e\u2066"}).errors


@pytest.mark.parametrize("data", [QueryDict("", mutable=True), MultiValueDict()])
def test_all_that_was_ticked_is_kept(data) -> None:
    data.setlist("days", ["MO", "\u202eTU"])

    assert OneField(data).data.getlist("days") == ["MO", "TU"]
