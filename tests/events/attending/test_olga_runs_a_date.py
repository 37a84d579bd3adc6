"""The roster of a date: who sees it, and what is done there."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook

from core.models import User
from events.signups.models import SignUp, State
from events.volunteers.models import ClearanceTier
from home.tree import Rooms
from schools.models import Person
from tests.filling import filled
from tests.the_events import shift_date, sign_up, somebody

Tree = dict[str, Rooms]


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-12-01T18:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def tier(db: None) -> ClearanceTier:
    names = {"en": "Visitor check", "es": "Revisión de visitantes"}
    return ClearanceTier.objects.create(name=names, level=1, steps=names, cost=names, takes=names, lasts_months=12)


@pytest.mark.parametrize("language, words", [("en", "signed up"), ("es", "Español")])
def test_the_roster_says_who_comes(office: Client, rooms: Tree, language: str, words: str) -> None:
    row = shift_date(rooms, places=2)
    sign_up(row, somebody("Ana Peña", "831 555 0199"), notes="con mi hija")
    with override(language):
        desk, address = reverse("event_desk"), reverse("event_date", args=[row.occurrence_id])

    listed, roster = office.get(desk), office.get(address).content.decode()

    assert address in listed.content.decode()
    assert "Ana Peña" in roster
    assert "tel:8315550199" in roster
    assert "con mi hija" in roster
    assert words in roster


def test_nobody_else_sees_it(rooms: Tree, account: Callable[[str], User]) -> None:
    row = shift_date(rooms)
    address = reverse("event_date", args=[row.occurrence_id])
    visitor, stranger = Client(), Client()
    stranger.force_login(account("ramon"))

    assert visitor.get(address).status_code == 302
    assert stranger.get(address).status_code == 404
    assert stranger.get(reverse("event_desk")).status_code == 404


def test_the_lead_of_a_shift_sees_that_one_alone(rooms: Tree, account: Callable[[str], User]) -> None:
    lead = account("leo")
    row = shift_date(rooms, lead=Person.objects.create(name="Leo", account=lead))
    other = shift_date(rooms)
    client = Client()
    client.force_login(lead)

    assert client.get(reverse("event_date", args=[row.occurrence_id])).status_code == 200
    assert client.get(reverse("event_date", args=[other.occurrence_id])).status_code == 404


def test_the_table_holds_no_formula(office: Client, rooms: Tree) -> None:
    row = shift_date(rooms)
    sign_up(row, somebody("=1+1"))

    answer = office.get(reverse("event_people", args=[row.occurrence_id, "xlsx"]))

    names = [line[1] for line in load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)]
    assert "'=1+1" in names


def test_somebody_is_entered_with_a_reason(clock: time_machine.Traveller, office: Client, rooms: Tree) -> None:
    row, same_time = shift_date(rooms), shift_date(rooms)
    sign_up(same_time, somebody())
    address = reverse("event_enter", args=[row.pk])
    given = {"name": "Ana Peña", "reach": "ana@example.org", "language": "es", "age_band": "adult"}

    form = filled(office, clock, address, given)
    refused = office.post(address, form)
    office.post(address, {**form, "override_reason": "Her sister takes the first hour."})

    assert b"elsewhere" in refused.content
    entered = SignUp.objects.get(shift_date=row)
    assert entered.entered_by.username == "olga"
    assert entered.override_reason.startswith("Her sister")


def test_the_slip_carries_an_address_of_its_own(office: Client, rooms: Tree) -> None:
    signed = sign_up(shift_date(rooms), somebody("Ana Peña", "831 555 0199"))
    address = reverse("event_slip", args=[signed.pk])

    answer = office.post(address).content.decode()

    assert "<svg" in answer
    assert "sms:8315550199?body=" in answer
    assert office.get(address).status_code == 405
    assert signed.keys.count() == 1


def test_a_cancelled_place_is_free_and_twice_is_once(office: Client, rooms: Tree) -> None:
    row = shift_date(rooms)
    signed = sign_up(row, somebody())
    address = reverse("event_act", args=[signed.pk, "cancel"])

    office.post(address)
    office.post(address)

    row.refresh_from_db()
    signed.refresh_from_db()
    assert (signed.state, row.taken) == (State.CANCELLED, 0)


def test_a_check_written_down_confirms_the_place(office: Client, rooms: Tree, tier: ClearanceTier) -> None:
    signed = sign_up(shift_date(rooms, tier=tier), somebody())
    assert signed.state == State.PENDING

    office.post(reverse("event_check", args=[signed.pk]), {"tier": tier.pk, "done_on": "2026-11-02"})

    signed.refresh_from_db()
    check = signed.volunteer.clearances.get()
    assert (signed.state, check.expires_on) == (State.CONFIRMED, date(2027, 11, 2))
    assert check.checked_by.username == "olga"


def test_a_parents_consent_is_written_down(office: Client, rooms: Tree) -> None:
    signed = sign_up(
        shift_date(rooms),
        somebody(age_band="teen"),
        guardian_name="Rosa Peña",
        guardian_reach="831 555 0100",
    )

    office.post(reverse("event_act", args=[signed.pk, "agreed"]))

    signed.refresh_from_db()
    assert signed.state == State.CONFIRMED
