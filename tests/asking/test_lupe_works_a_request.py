"""From new to done, through the allowed moves alone."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from schools.asking import working
from schools.asking.models import Handover, RequestNote, Status
from schools.calendar import today
from tests.at_once import at_once

pytestmark = pytest.mark.django_db

AGREED = {"to": "Food bank", "agreed": "asked", "how": "call"}


@pytest.fixture
def lupe(school, employed):
    return employed(school).person.account


@pytest.mark.parametrize("verb", [working.connect, working.decline, working.could_not_reach])
def test_a_request_is_contacted_and_closed(school, lupe, ask, verb) -> None:
    request = working.contact(ask(school), by=lupe)
    assert request.status == Status.CONTACTED and request.closed_at is None

    request = verb(request, by=lupe, outcome="Pantry on Friday")

    assert not request.is_open and request.closed_at is not None
    assert [note.after for note in request.notes.all()] == [request.status, "contacted"]


def test_a_closed_request_is_opened_again_and_takes_no_other_move(school, lupe, ask) -> None:
    request = working.connect(ask(school), by=lupe)

    with pytest.raises(ValidationError):
        working.decline(request, by=lupe)

    assert working.contact(request, by=lupe).closed_at is None


def test_passing_on_needs_an_agreement_with_its_day(school, lupe, ask) -> None:
    request = ask(school)

    for day in (None, today() + timedelta(days=1)):
        with pytest.raises(ValidationError):
            working.pass_on(request, **AGREED, agreed_on=day, by=lupe)
    for name in AGREED:
        with pytest.raises(ValidationError):
            working.pass_on(request, **{**AGREED, name: ""}, agreed_on=today(), by=lupe)
    request.refresh_from_db()
    assert request.status == "new" and not Handover.objects.exists()

    assert working.pass_on(request, **AGREED, agreed_on=today(), by=lupe).status == "passed_on"
    assert Handover.objects.get().to == "Food bank"


def test_whoever_looked_at_an_older_state_is_told_and_changes_nothing(school, lupe, office, ask) -> None:
    request = ask(school)
    working.contact(request, by=lupe, seen="new")

    with pytest.raises(ValidationError, match="Somebody else changed this request"):
        working.connect(request, by=office, seen="new")

    request.refresh_from_db()
    assert request.status == "contacted"


def test_a_pressed_wrong_button_is_taken_back(school, lupe, ask) -> None:
    request = ask(school)
    working.pass_on(request, **AGREED, agreed_on=today(), by=lupe)

    request = working.take_back(request, by=lupe)

    assert (request.status, request.closed_at) == ("new", None)
    assert not Handover.objects.exists()
    with pytest.raises(ValidationError):
        working.take_back(request, by=lupe)


def test_nobody_takes_back_what_somebody_else_did_or_what_is_long_done(school, lupe, office, ask, clock) -> None:
    request = working.connect(ask(school), by=lupe)
    with pytest.raises(ValidationError):
        working.take_back(request, by=office)

    clock.shift(working.UNDO_WITHIN + timedelta(seconds=1))
    with pytest.raises(ValidationError):
        working.take_back(request, by=lupe)


@pytest.mark.django_db(transaction=True)
def test_two_press_at_once_and_one_of_them_is_told(school, lupe, ask) -> None:
    request = ask(school)

    def press() -> str:
        try:
            return working.connect(request, by=lupe, seen="new").status
        except ValidationError:
            return "told"

    assert sorted(at_once(2, press)) == ["connected", "told"]
    assert RequestNote.objects.filter(request=request, kind="move").count() == 1
