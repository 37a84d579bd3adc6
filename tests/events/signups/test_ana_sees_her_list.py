"""Ana wants to see everything she signed up for: a code by mail, good once, and her list."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail

from events.signups.models import Code
from home.tree import Rooms
from tests.committing import CommittingClient
from tests.filling import filled
from tests.the_events import shift_date, sign_up, somebody

ASK, CODE = "/es/mis-inscripciones/", "/es/mis-inscripciones/codigo/"


@pytest.fixture
def clock() -> Any:
    with time_machine.travel("2026-12-01T18:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def ana(rooms: dict[str, Rooms], clock: Any) -> CommittingClient:
    sign_up(shift_date(rooms, event={"title": "Garden day"}), somebody())
    return CommittingClient(enforce_csrf_checks=True)


def asked(ana: CommittingClient, clock: Any, email: str = "ana@example.org") -> dict[str, str]:
    """The form for the code, as it came back."""
    page = ana.post(ASK, filled(ana, clock, ASK, {"email": email})).content.decode()
    hidden = dict(re.findall(r'<input type="hidden"\s+name="(\w+)"\s+value="([^"]+)"', page))
    clock.shift(timedelta(seconds=30))
    return {**hidden, "homepage": "", "email": email}


def sent_code() -> str:
    return re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0]


def test_with_the_code_she_sees_her_list(ana: CommittingClient, clock: Any) -> None:
    form = asked(ana, clock)

    page = ana.post(CODE, {**form, "code": sent_code()}, follow=True).content.decode()

    assert "Garden day" in page
    link = re.search(r'href="(/es/mis-inscripciones/[^"]+)"', page[page.index("Garden day") - 400 :])[1]
    assert ana.get(link).status_code == 200


def test_a_code_is_good_once(ana: CommittingClient, clock: Any) -> None:
    form, again = asked(ana, clock), asked(ana, clock)
    code = sent_code()
    ana.post(CODE, {**form, "code": code})

    page = ana.post(CODE, {**again, "code": code}, follow=True).content.decode()

    assert "Garden day" not in page


def test_a_code_ends_after_half_an_hour(ana: CommittingClient, clock: Any) -> None:
    form = asked(ana, clock)
    clock.shift(timedelta(minutes=31))

    assert "Garden day" not in ana.post(CODE, {**form, "code": sent_code()}, follow=True).content.decode()


def test_five_wrong_tries_end_it(ana: CommittingClient, clock: Any) -> None:
    form = asked(ana, clock)
    for _time in range(5):
        ana.post(CODE, {**form, "code": "00000000"})

    assert "Garden day" not in ana.post(CODE, {**form, "code": sent_code()}, follow=True).content.decode()


def test_an_unknown_address_gets_no_letter_and_the_same_answer(ana: CommittingClient, clock: Any) -> None:
    known = ana.post(ASK, filled(ana, clock, ASK, {"email": "ana@example.org"})).content.decode()
    unknown = ana.post(ASK, filled(ana, clock, ASK, {"email": "luis@example.org"})).content.decode()

    assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]
    said = [re.sub(r'value="[^"]*"', "", page) for page in (known, unknown)]
    assert said[0] == said[1]


def test_the_code_itself_is_not_kept(ana: CommittingClient, clock: Any) -> None:
    asked(ana, clock)

    assert sent_code().replace(" ", "") not in str(Code.objects.values().get())


def test_six_letters_an_hour_are_too_many(ana: CommittingClient, clock: Any) -> None:
    for _time in range(7):
        asked(ana, clock)

    assert len(mail.outbox) == 5
