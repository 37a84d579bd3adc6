"""Ana signs up for a shift on her phone, in Spanish, without an account."""

import re
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core.models import OutgoingMail
from events.models import EventPage
from events.signups.models import Key, ShiftDate, SignUp, State
from events.volunteers.models import ClearanceTier, Volunteer
from home.tree import Rooms
from tests.committing import CommittingClient
from tests.filling import filled
from tests.the_events import event_in_spanish, shift_date, sign_up, somebody

ANA = {"name": "Ana Peña", "reach": "ana@example.org", "age_band": "adult"}


@pytest.fixture
def ana() -> Client:
    return CommittingClient(enforce_csrf_checks=True)


@pytest.fixture
def clock() -> Any:
    with time_machine.travel("2026-12-01T18:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def row(rooms: dict[str, Rooms], clock: Any) -> ShiftDate:
    made = shift_date(rooms, places=2)
    event_in_spanish(made.occurrence.event, rooms["es"].events, "Cajas de comida")
    return made


def address_of(row: ShiftDate, language: str = "es") -> str:
    with override(language):
        return reverse("sign_up", args=[row.pk])


def test_she_is_signed_up_and_gets_a_page_and_a_letter(ana: Client, clock: Any, row: ShiftDate) -> None:
    address = address_of(row)
    page = ana.get(address).content.decode()
    assert "Cajas de comida" in page
    assert "Empacar cajas" in page

    answer = ana.post(address, filled(ana, clock, address, ANA), follow=True)

    assert "Quedó inscrito su nombre" in answer.content.decode()
    assert answer["Referrer-Policy"] == "no-referrer"
    made = SignUp.objects.get()
    assert (made.state, made.volunteer.language) == (State.CONFIRMED, "es")
    assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]
    assert "Cajas de comida" in mail.outbox[0].body
    name, sheet, kind = mail.outbox[0].attachments[0]
    assert (name, kind) == ("ventanilla.ics", "text/calendar")
    assert "Cajas de comida: Empacar cajas" in str(sheet)


def test_a_whole_district_may_sign_up_on_one_evening(ana: Client, clock: Any, row: ShiftDate, settings: Any) -> None:
    settings.PUBLIC_FORM_LIMITS = {"address": 10, "site": 1}
    address = address_of(row)

    for number in range(3):
        facts = {**ANA, "name": f"Ana {number}", "reach": f"ana{number}@example.org"}
        answer = ana.post(address, filled(ana, clock, address, facts), REMOTE_ADDR=f"203.0.113.{number}")
        assert answer.status_code == 302
    assert SignUp.objects.count() == 3


def test_a_second_tap_is_the_same_sign_up(ana: Client, clock: Any, row: ShiftDate) -> None:
    address = address_of(row)
    values = filled(ana, clock, address, ANA)

    first, second = ana.post(address, values), ana.post(address, values)

    assert first["Location"] == second["Location"]
    assert SignUp.objects.count() == 1 == len(mail.outbox)


def test_only_the_digest_of_her_secret_is_kept(ana: Client, clock: Any, row: ShiftDate) -> None:
    address = address_of(row)

    answer = ana.post(address, filled(ana, clock, address, ANA))

    secret = answer["Location"].split("/")[-2]
    assert not Key.objects.filter(digest=secret).exists()
    assert Key.objects.exists()


def test_a_phone_number_is_enough(ana: Client, clock: Any, row: ShiftDate) -> None:
    address = address_of(row)

    ana.post(address, filled(ana, clock, address, {**ANA, "reach": "831 555 0100"}))

    assert SignUp.objects.get().volunteer.phone == "831 555 0100"
    assert not mail.outbox


def test_a_broken_number_is_refused_and_nothing_is_lost(ana: Client, clock: Any, row: ShiftDate) -> None:
    address = address_of(row)

    answer = ana.post(address, filled(ana, clock, address, {**ANA, "reach": "555"}))

    page = answer.content.decode()
    assert "código de área" in page
    assert 'value="Ana Peña"' in page
    assert not SignUp.objects.exists()


def test_when_it_is_full_she_waits(ana: Client, clock: Any, row: ShiftDate) -> None:
    for number in range(2):
        sign_up(row, somebody(f"P{number}", f"p{number}@example.org"))
    address = address_of(row)
    assert "lista de espera" in ana.get(address).content.decode()

    answer = ana.post(address, filled(ana, clock, address, ANA), follow=True)

    assert "lista de espera" in answer.content.decode()
    assert SignUp.objects.get(volunteer__name="Ana Peña").state == State.WAITING


def test_at_the_same_time_she_is_offered_to_swap(
    ana: Client, clock: Any, row: ShiftDate, rooms: dict[str, Rooms]
) -> None:
    ana.post(address_of(row), filled(ana, clock, address_of(row), ANA))
    other = address_of(shift_date(rooms, places=3, event={"title": "Reading hour"}))

    refused = ana.post(other, filled(ana, clock, other, ANA))
    page = refused.content.decode()
    assert 'name="swap"' in page
    assert "Cajas de comida" in page
    ana.post(other, filled(ana, clock, other, {**ANA, "swap": "on"}))

    states = dict(SignUp.objects.values_list("shift_date__occurrence__event__title", "state"))
    assert states == {"Food boxes": State.CANCELLED, "Reading hour": State.CONFIRMED}
    row.refresh_from_db()
    assert row.taken == 0


def test_under_eighteen_a_parent_is_asked_and_agrees_by_a_button(ana: Client, clock: Any, row: ShiftDate) -> None:
    address = address_of(row)
    without = ana.post(address, filled(ana, clock, address, {**ANA, "age_band": "teen"}))
    assert "tiene que estar de acuerdo" in without.content.decode()

    parent = {"guardian_name": "Rosa Peña", "guardian_reach": "rosa@example.org"}
    ana.post(address, filled(ana, clock, address, {**ANA, "age_band": "teen", **parent}))

    assert SignUp.objects.get().state == State.CONSENT
    letter = next(each for each in mail.outbox if each.to == ["rosa@example.org"])
    link = re.search(r"https?://[^/]+(/es/\S+)", letter.body)[1]
    assert "Ana Peña" in ana.get(link).content.decode()
    assert SignUp.objects.get().state == State.CONSENT

    ana.post(link, {"act": "agree"})

    assert SignUp.objects.get().state == State.CONFIRMED


def test_a_check_that_is_missing_keeps_the_place_or_refuses_it(
    ana: Client, clock: Any, rooms: dict[str, Rooms]
) -> None:
    words = {"en": "x", "es": "x"}
    check = ClearanceTier.objects.create(
        name={"en": "Visitor check", "es": "Revisión"}, level=1, steps=words, cost=words, takes=words
    )
    kept = address_of(shift_date(rooms, tier=check))
    ana.post(kept, filled(ana, clock, kept, ANA))
    assert SignUp.objects.get().state == State.PENDING

    ClearanceTier.objects.update(without_it="refused")
    refused = address_of(shift_date(rooms, tier=check, event={"title": "Mentors", "in_days": 20}))
    answer = ana.post(refused, filled(ana, clock, refused, ANA))

    assert "Revisión" in answer.content.decode()
    assert SignUp.objects.count() == 1


def test_what_has_begun_takes_nobody(ana: Client, clock: Any, row: ShiftDate) -> None:
    address = address_of(row)
    values = filled(ana, clock, address, ANA)
    clock.move_to(row.starts_at)

    answer = ana.post(address, values)

    assert answer.status_code == 200
    assert not SignUp.objects.exists()
    assert "inscripciones" in ana.get(address).content.decode()


def test_nobody_is_asked_for_papers() -> None:
    """There is no field and no upload for health or criminal papers."""
    names = {field.name for model in (SignUp, Volunteer) for field in model._meta.get_fields()}
    kinds = {type(field).__name__ for model in (SignUp, Volunteer) for field in model._meta.get_fields()}

    assert not names & {"health", "criminal", "document", "file", "birthday"}
    assert not kinds & {"FileField", "ImageField"}


def test_no_letter_names_her_in_its_subject_or_key(ana: Client, clock: Any, row: ShiftDate) -> None:
    ana.post(address_of(row), filled(ana, clock, address_of(row), ANA))

    kept = OutgoingMail.objects.get()
    assert "Ana" not in f"{kept.subject} {kept.key}"


def test_an_event_that_left_the_site_takes_nobody(ana: Client, row: ShiftDate) -> None:
    EventPage.objects.filter(pk=row.occurrence.event_id).update(live=False)

    assert ana.get(address_of(row)).status_code == 404


def test_a_workshop_asks_about_children_and_interpreters_and_keeps_to_its_room(
    ana: Client, clock: Any, rooms: dict[str, Rooms]
) -> None:
    address = address_of(shift_date(rooms, places=9, child_care_places=3, interpreter_places=1))

    def send(name: str, **more: str) -> str:
        values = {**ANA, "name": name, "reach": f"{name}@example.org", "children": "", "interpreter": "", **more}
        return ana.post(address, filled(ana, clock, address, values), follow=True).content.decode()

    send("rosa", children="2", interpreter="mix")
    assert "lugar para 1" in send("luis", children="2")
    assert "otro idioma" in send("pepe", interpreter="trc")
    send("lety", children="1", interpreter="mix")

    row = ShiftDate.objects.get()
    assert (row.taken, row.children) == (2, 3)
