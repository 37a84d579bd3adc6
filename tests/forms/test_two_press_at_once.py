"""The same form arrives eight times in the same moment."""

import time
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.db.models import QuerySet

from core.forms.once import answer_given, once
from core.models import FormKey
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def make_a_group() -> str:
    time.sleep(0.2)  # Long enough for the others to look.
    return str(Group.objects.create(name=f"made {uuid4().hex}").pk)


def made() -> QuerySet[Group]:
    return Group.objects.filter(name__startswith="made ")


def test_one_effect_and_one_answer() -> None:
    answers = at_once(8, lambda: once("the form", make_a_group))

    assert answers == [str(made().get().pk)] * 8


def test_looking_first_would_not_be_enough() -> None:
    """The control: without the key's row as the lock, the same moment has several effects."""

    def look_then_act() -> str:
        return answer_given("the form") or make_a_group()

    at_once(8, look_then_act)

    assert made().count() > 1


def test_where_the_first_one_fails_another_does_it() -> None:
    tries: list[int] = []

    def fails_once() -> str:
        tries.append(1)
        if len(tries) == 1:
            time.sleep(0.2)
            raise LookupError
        return make_a_group()

    def press() -> str:
        try:
            return once("the form", fails_once)
        except LookupError:
            return "an error"

    answers = at_once(4, press)

    assert sorted(answers) == sorted(["an error"] + [str(made().get().pk)] * 3)
    assert FormKey.objects.count() == 1
