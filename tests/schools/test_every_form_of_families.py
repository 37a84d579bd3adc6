"""What every form of families promises: no program gets in, nothing counts twice, and in the end nobody is known."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core.forms.stamp import Stamp
from core.timed import run_steps
from home.tree import Rooms
from schools.asking.forms import AskForm
from schools.asking.models import HelpRequest
from schools.councils.models import JoinInterest
from schools.councils.views.join import JoinForm
from schools.ideas.models import Idea
from schools.ideas.views import IdeaForm
from schools.interpreting.forms import InterpreterForm
from schools.interpreting.models import InterpreterRequest
from schools.newsletter.models import Subscription
from schools.newsletter.views import SubscribeForm
from tests.filling import filled
from tests.the_councils import council_in_spanish, make_council
from tests.the_schools import in_spanish, make_school

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


CLASSES = dict(zip(FORMS, (AskForm, InterpreterForm, IdeaForm, JoinForm, SubscribeForm), strict=True))
NAMES = {"ask/": "ask", "interpreter/": "interpreter", "ideas/": "ideas", "newsletter-by-mail/": "newsletter_subscribe"}


@pytest.fixture
def client() -> Client:
    """As strict as a server: a form that is not known to need no cookie is refused."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def address(rooms: dict[str, Rooms]) -> Callable[..., str]:
    school = make_school(rooms)
    council = make_council(school, email="council@example.org")
    spanish = council_in_spanish(council, in_spanish(school, rooms, "Escuela Cielo Claro"), "Consejo")

    def address(form: str, language: str = "en") -> str:
        if form == "join/":
            return f"{council.url if language == 'en' else spanish.url}join/"
        with override(language):
            return reverse(NAMES[form])

    return address


@pytest.fixture
def fill(client: Client, clock, address: Callable[..., str]) -> Callable[..., dict[str, Any]]:
    def fill(form: str, language: str = "en", **changed: str) -> dict[str, Any]:
        words = {"words": WORDS, "about": WORDS, "school": ""}
        words |= {"school": "office"} if form in ("ideas/", "interpreter/") else {}
        words |= {"about": ""} if form == "ask/" else {}
        return filled(client, clock, address(form, language), {**words, **FORMS[form][1], **changed})

    return fill


@pytest.fixture
def send(client: Client, clock, address: Callable[..., str], fill: Callable[..., dict[str, Any]]) -> Send:
    def send(form: str, *, times: int = 1, quick: bool = False, **changed: str) -> None:
        data = fill(form, **changed)
        if quick:
            clock.shift(timedelta(seconds=-30))
        for _ in range(times):
            assert client.post(address(form), data).status_code in (200, 302)

    return send


@pytest.mark.parametrize("form", FORMS)
def test_no_program_gets_in_and_twice_counts_once(send: Send, form: str) -> None:
    model = FORMS[form][0]
    send(form, homepage="https://spam.example.org/")
    send(form, quick=True)
    assert not model.objects.exists()

    send(form, times=3)

    assert model.objects.count() == 1


HOME, ELSEWHERE = "203.0.113.7", "198.51.100.9"
WAIT = {"en": "Many forms were sent in a short time", "es": "Se enviaron muchos formularios en poco tiempo"}


TOO_MANY = {HOME: {"address": 1, "site": 80}, ELSEWHERE: {"address": 9, "site": 1}}


@pytest.fixture
def post(client: Client, address: Callable[..., str]) -> Callable[..., Any]:
    return lambda where, form, language, data: client.post(address(form, language), data, REMOTE_ADDR=where)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("form", FORMS)
def test_too_many_forms_are_asked_to_wait_and_nothing_typed_is_lost(
    post, fill, clock, settings, form, language
) -> None:
    """Of one household; then of everybody together."""
    model, fields = FORMS[form][0], CLASSES[form].base_fields
    for stored, (where, settings.PUBLIC_FORM_LIMITS) in enumerate(TOO_MANY.items(), start=1):
        assert post(HOME, form, language, fill(form, language)).status_code == 302
        refused = fill(form, language)

        answer = post(where, form, language, refused)

        html = unescape(answer.content.decode())
        assert answer.status_code == 429 and 0 < int(answer["Retry-After"]) <= 600
        assert WAIT[language] in html and f'<html lang="{language}"' in html
        typed = [value for name, value in refused.items() if name in fields and value in (*PERSONAL, "15:00")]
        assert typed and all(value in html for value in typed)
        assert model.objects.count() == stored or model is Subscription

        clock.shift(timedelta(minutes=10))
    assert post(ELSEWHERE, form, language, refused).status_code == 302, "the same page, sent again later"


@pytest.mark.parametrize("form", FORMS)
def test_a_school_behind_one_address_is_not_held_up(post, fill, settings, form) -> None:
    settings.PUBLIC_FORM_LIMITS, settings.SHARED_ADDRESSES = {"address": 1, "site": 80}, ["203.0.113.0/24"]
    data = fill(form)

    def sent_from(where: str) -> int:
        opened = Stamp.fresh()
        shown = Stamp(opened.key, opened.shown_at - 30).signed(CLASSES[form].form_name())
        return int(post(where, form, "en", {**data, "shown": shown}).status_code)

    assert [sent_from(HOME) for _ in range(21)] == [302] * 20 + [429]
    assert sent_from(ELSEWHERE) == 302


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
