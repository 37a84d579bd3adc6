"""What every form of families promises: no program gets in, nothing counts twice, and in the end nobody is known."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client

from core.timed import run_steps
from home.tree import Rooms
from schools.asking.models import HelpRequest
from schools.councils.models import JoinInterest
from schools.ideas.models import Idea
from schools.interpreting.models import InterpreterRequest
from schools.newsletter.models import Subscription
from tests.filling import filled
from tests.the_councils import make_council
from tests.the_schools import make_school

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
NAME, WORDS, MAIL = "Xóchitl", "zapatos rojos", "xochitl@example.org"
PERSONAL = (NAME, WORDS, MAIL)

FORMS: dict[str, tuple[Any, dict[str, str]]] = {
    "ask/": (HelpRequest, {"kind": "food", "name": NAME, "way": "email", "contact": MAIL, "language": "es"}),
    "interpreter/": (
        InterpreterRequest,
        {"what": "meeting", "language": "mix", "when_day": "2026-03-16", "when_time": "15:00", "way": MAIL},
    ),
    "ideas/": (Idea, {"kind": "concern", "way": MAIL}),
    "join/": (JoinInterest, {"name": NAME, "reach": MAIL, "language": "es", "why": WORDS}),
    "newsletter-by-mail/": (Subscription, {"address": MAIL, "language": "es", "school": "office"}),
}
SETTLED_BY_NOBODY = list(FORMS)[:4]  # An address that is not confirmed is deleted after a week.

Send = Callable[..., Any]


@pytest.fixture(autouse=True)
def clock() -> Any:
    cache.clear()
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def address(rooms: dict[str, Rooms]) -> Callable[[str], str]:
    school = make_school(rooms)
    council = make_council(school, email="council@example.org")
    return lambda form: f"{council.url}join/" if form == "join/" else f"/en/{form}"


@pytest.fixture
def send(client: Client, clock, address: Callable[[str], str]) -> Send:
    def send(form: str, *, times: int = 1, quick: bool = False, **changed: str) -> None:
        words = {"words": WORDS, "about": WORDS, "school": ""}
        words |= {"school": "office"} if form in ("ideas/", "interpreter/") else {}
        words |= {"about": ""} if form == "ask/" else {}
        page = address(form)
        data = filled(client, clock, page, {**words, **FORMS[form][1], **changed})
        if quick:
            clock.shift(timedelta(seconds=-30))
        for _ in range(times):
            assert client.post(page, data).status_code in (200, 302)

    return send


@pytest.mark.parametrize("form", FORMS)
def test_no_program_gets_in_and_twice_counts_once(send: Send, form: str) -> None:
    model = FORMS[form][0]
    send(form, homepage="https://spam.example.org/")
    send(form, quick=True)
    assert not model.objects.exists()

    send(form, times=3)

    assert model.objects.count() == 1


def everything_stored() -> str:
    """Every table there is, with those of the search and of the outbox, as it stands in the database."""
    with connection.cursor() as cursor:
        texts = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  names of our own tables
            texts += [str(row) for row in cursor.fetchall()]
    return "\n".join(texts)


@pytest.mark.parametrize("form", SETTLED_BY_NOBODY)
def test_what_nobody_ever_settles_is_gone_after_a_year_from_every_table(send: Send, signed_in, clock, form) -> None:
    send(form)
    before = everything_stored()
    assert sum(each in before for each in PERSONAL) >= 2

    clock.shift(timedelta(days=366))
    assert run_steps() == []

    after, elena = everything_stored(), signed_in("elena")
    assert not any(each in after for each in PERSONAL)
    assert FORMS[form][0].objects.count() == 1
    for export in (
        "/en/desk/requests.csv",
        "/admin/interpreters/table.csv",
        "/admin/ideas/table.csv",
        "/admin/snippets/councils/joininterest/?export=csv",
    ):
        answer = elena.get(export)
        text = b"".join(answer).decode()
        assert answer.status_code == 200 and not any(each in text for each in PERSONAL)
