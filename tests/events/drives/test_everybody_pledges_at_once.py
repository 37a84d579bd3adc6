"""Fifty people pledge at the same moment: never one too many, and nobody sees an error page."""

import os
from collections.abc import Iterator
from threading import Barrier
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Sum
from django.test import Client
from django.utils import timezone

from events.drives.emails import own_path
from events.drives.models import DrivePage, ItemStand, Pledge
from events.drives.pledging import Offer, bring, cancel, change, give, take
from events.secrets import new_secret
from tests.at_once import a_tree_of_pages, at_once
from tests.filling import filled
from tests.the_drives import BLANKETS, make_drive, pledged, stand_of

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE, NEEDED = 50, 7
ROUNDS = int(os.environ.get("RUSH_ROUNDS", "5"))  # The whole proof is 200.
LAW = next(each for each in ItemStand._meta.constraints if each.name == "drive_never_one_too_many")


@pytest.fixture
def drive(db: None) -> DrivePage:
    return make_drive(a_tree_of_pages()["en"].home, items=((BLANKETS, NEEDED),))


@pytest.fixture
def without_the_law(drive: DrivePage) -> Iterator[None]:
    """The table as it would be without its constraint."""
    with connection.schema_editor() as editor:
        editor.remove_constraint(ItemStand, LAW)
    yield
    Pledge.objects.all().delete()
    ItemStand.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(ItemStand, LAW)


def an_offer(quantity: int = 1) -> Offer:
    return Offer(quantity, "Ana", "ana@example.org", "en", new_secret())


def promised(drive: DrivePage) -> int:
    kept = Pledge.objects.filter(stand__drive=drive).exclude(state="cancelled")
    return kept.aggregate(Sum("quantity"))["quantity__sum"] or 0


def start_again(drive: DrivePage) -> None:
    Pledge.objects.all().delete()
    ItemStand.objects.filter(drive=drive).update(pledged=0)


def test_never_one_too_many_and_everybody_is_answered(drive: DrivePage) -> None:
    item = drive.items.get().pk

    def press() -> str:
        try:
            return take(item, an_offer()).state
        except ValidationError as refusal:
            return refusal.messages[0]

    for _round in range(ROUNDS):
        start_again(drive)
        answers = at_once(PEOPLE, press)
        assert answers.count("promised") == promised(drive) == stand_of(drive).pledged == NEEDED
        assert set(answers) - {"promised"} == {"Others have pledged all of this meanwhile. Is there something else?"}


def test_nobody_who_sends_the_form_sees_an_error_page(drive: DrivePage, settings: Any) -> None:
    cache.clear()
    settings.PUBLIC_FORM_LIMITS = {"address": 1000, "site": 1000}
    values = {"item": str(drive.items.get().pk), "quantity": "2", "name": "Ana", "reach": "(831) 555-0177"}
    with time_machine.travel(timezone.now(), tick=True) as clock:
        forms = [filled(Client(), clock, f"{drive.url}pledge/", values) for _person in range(PEOPLE)]
        statuses = at_once(PEOPLE, lambda: Client().post(f"{drive.url}pledge/", forms.pop()).status_code)

    assert (statuses.count(302), statuses.count(200)) == (NEEDED // 2, PEOPLE - NEEDED // 2)
    assert promised(drive) == stand_of(drive).pledged == NEEDED - 1


def test_without_the_lock_and_the_constraint_too_many_are_pledged(drive: DrivePage, without_the_law: None) -> None:
    """The control: everybody looks before anybody writes."""
    item, looked = drive.items.get().pk, Barrier(PEOPLE)

    def press() -> None:
        with transaction.atomic():
            stand = ItemStand.objects.get(item_id=item)
            looked.wait(timeout=20)
            give(stand, an_offer())

    at_once(PEOPLE, press)

    assert promised(drive) == PEOPLE > NEEDED


def test_without_the_lock_alone_the_constraint_holds_but_somebody_sees_an_error(drive: DrivePage) -> None:
    item, looked = drive.items.get().pk, Barrier(PEOPLE)

    def press() -> str:
        try:
            with transaction.atomic():
                stand = ItemStand.objects.get(item_id=item)
                looked.wait(timeout=20)
                return give(stand, an_offer()).state
        except IntegrityError:
            return "an error"

    answers = at_once(PEOPLE, press)

    assert promised(drive) == NEEDED and answers.count("an error") == PEOPLE - NEEDED


def test_changes_cancels_and_arrivals_at_once_leave_the_count_right(drive: DrivePage) -> None:
    secret = new_secret()
    pledge = pledged(drive, 3, secret=secret)
    acts = [lambda: change(pledge, 5), lambda: cancel(pledge), lambda: bring(pledge), lambda: change(pledge, 1)] * 5

    def press() -> None:
        try:
            acts.pop()()
        except ValidationError:
            return

    at_once(len(acts), press)

    assert promised(drive) == stand_of(drive).pledged
    assert Client().get(own_path(secret.text, "en")).status_code == 200
