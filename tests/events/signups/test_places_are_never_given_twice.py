"""Capacity is law: a lock, a constraint behind it, and what happens without either."""

import os
from collections.abc import Iterator
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from events.signups.models import ShiftDate, SignUp, State
from events.signups.seats import BusyError
from events.signups.taking import Wish, seat, take
from events.volunteers.models import Volunteer
from home.tree import Rooms
from tests.at_once import a_tree_of_pages, at_once
from tests.the_events import shift_date, sign_up, somebody

PEOPLE = 50
ROUNDS = int(os.environ.get("RUSH_ROUNDS", "3"))  # The whole proof is 200.
MOST_ROUNDS = 6
NO_MORE_THAN = "never_one_too_many"

committing = pytest.mark.django_db(transaction=True)


def test_the_last_place_is_taken_and_the_next_person_waits(rooms: dict[str, Rooms]) -> None:
    row = shift_date(rooms, places=1)

    first, second = sign_up(row, somebody("Ana")), sign_up(row, somebody("Luis"))

    assert (first.state, second.state) == (State.CONFIRMED, State.WAITING)
    row.refresh_from_db()
    assert row.taken == 1


def test_the_database_itself_refuses_one_too_many(rooms: dict[str, Rooms]) -> None:
    row = shift_date(rooms, places=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        ShiftDate.objects.filter(pk=row.pk).update(taken=2)


def test_the_same_person_is_on_the_list_once(rooms: dict[str, Rooms]) -> None:
    row = shift_date(rooms, places=5)
    sign_up(row, somebody("Ana Peña", "(831) 555-0100"))

    with pytest.raises(ValidationError):
        sign_up(row, somebody("ana pena", "831 555 0100"))

    assert SignUp.objects.count() == 1


@pytest.fixture
def people(transactional_db: None) -> list[Volunteer]:
    a_tree_of_pages()
    return [somebody(f"Person {number}", f"p{number}@example.org") for number in range(PEOPLE)]


@committing
@pytest.mark.postgresql
def test_fifty_at_once_get_one_place_round_after_round(people: list[Volunteer]) -> None:
    for _round in range(ROUNDS):
        row = shift_date(a_tree_of_pages(), places=1)

        states = at_once(PEOPLE, partial(press, row, list(people)))

        row.refresh_from_db()
        assert states.count(State.CONFIRMED) == 1
        assert states.count(State.WAITING) == PEOPLE - 1
        assert row.taken == 1 == row.sign_ups.holding().count()
        ShiftDate.objects.all().delete()


def press(row: ShiftDate, left: list[Volunteer]) -> str:
    """Who is told that very many people are here presses once more."""
    somebody = left.pop()
    for _time in range(5):
        try:
            return str(take(row.pk, somebody, Wish()).state)
        except BusyError:
            continue
    return "gave up"


def without_lock(row: ShiftDate, left: list[Volunteer]) -> str:
    """What taking would be without its first line."""
    try:
        with transaction.atomic():
            unlocked = ShiftDate.objects.select_related("occurrence__event", "tier").get(pk=row.pk)
            return str(seat(unlocked, left.pop(), Wish()).state)
    except DatabaseError as refused:
        return type(refused).__name__


@committing
@pytest.mark.postgresql
def test_without_the_lock_the_constraint_holds_but_people_see_errors(people: list[Volunteer]) -> None:
    states: list[str] = []
    for _round in range(MOST_ROUNDS):  # Two must meet for it to show.
        if "IntegrityError" not in states:
            row = shift_date(a_tree_of_pages(), places=1)
            states += at_once(PEOPLE, partial(without_lock, row, list(people)))
            assert row.sign_ups.holding().count() == 1

    assert "IntegrityError" in states


@pytest.fixture
def no_constraint(transactional_db: None) -> Iterator[None]:
    constraint = next(each for each in ShiftDate._meta.constraints if each.name == NO_MORE_THAN)
    with connection.schema_editor() as editor:
        editor.remove_constraint(ShiftDate, constraint)
    yield
    ShiftDate.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(ShiftDate, constraint)


@committing
@pytest.mark.postgresql
def test_without_lock_and_constraint_it_overbooks(people: list[Volunteer], no_constraint: None) -> None:
    most = 0
    for _round in range(MOST_ROUNDS):
        if most <= 1:
            row = shift_date(a_tree_of_pages(), places=1)
            at_once(PEOPLE, partial(without_lock, row, list(people)))
            most = row.sign_ups.holding().count()

    assert most > 1
