"""Promises with what became of them, and the page for the worst day."""

from datetime import date
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client

from home.tree import Rooms, ensure_tree
from schools.topics.models import CrisisLine, CrisisPage, ProgressPage, Promise
from search.thesaurus.loading import load as load_thesaurus
from tests.schools.topic_pages import add, add_school

pytestmark = pytest.mark.django_db
State = Promise.State


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


def promise(state: State, what: str = "A pool", **fields: object) -> Promise:
    words = {"en": what, "es": f"{what} (es)"}
    return Promise(what=words, state=state, since=date(2026, 9, 1), **fields)


def words(ana: Client, path: str) -> str:
    response = ana.get(path)
    assert response.status_code == 200
    return " ".join(unescape(BeautifulSoup(response.content, "html.parser").main.get_text(" ")).split())


def test_promises_stand_with_their_state_day_reason_and_source(ana: Client, rooms: dict[str, Rooms]) -> None:
    changed = promise(
        State.CHANGED,
        because={"en": "The ground is wet.", "es": "El terreno está húmedo."},
        source={"en": "Minutes", "es": "Acta"},
        source_url="https://example.org/minutes",
    )
    page = add(ProgressPage, rooms["en"].home, "Promises", promises=[changed, promise(State.DONE, "A washer")])
    spanish = add(ProgressPage, rooms["es"].home, "Promesas", of=page, language="es")

    assert "1 Done 1 Changed" in words(ana, page.url)
    assert "A pool Written in: Minutes Changed since Sept. 1, 2026 Because: The ground is wet." in words(ana, page.url)
    assert "A pool (es)" in words(ana, spanish.url) and "El terreno está húmedo." in words(ana, spanish.url)
    assert 'href="https://example.org/minutes"' in ana.get(spanish.url).content.decode()


def test_a_school_counts_its_own_promises(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = add_school(rooms)
    page = add(ProgressPage, school, "Promises of Molino Viejo", promises=[promise(State.UNDER_WAY)])

    assert "1 Under way" in words(ana, school.url)
    assert page.url in ana.get(school.url).content.decode()


def test_a_changed_promise_needs_its_reason() -> None:
    with pytest.raises(ValidationError, match="because"):
        promise(State.CHANGED).clean()


def test_who_answers_day_and_night_comes_before_who_keeps_hours(ana: Client, rooms: dict[str, Rooms]) -> None:
    load_thesaurus()
    office = CrisisLine(
        name={"en": "Office", "es": "Oficina"},
        what={"en": "A bed", "es": "Una cama"},
        phone="(831) 555-0100",
        hours={"en": "Mornings", "es": "Mañanas"},
    )
    shelter = CrisisLine(
        name={"en": "Safe house", "es": "Casa segura"},
        what={"en": "Tonight", "es": "Esta noche"},
        phone="(831) 555-0190",
        day_and_night=True,
    )
    page = add(CrisisPage, rooms["en"].home, "Crisis", lines=[office, shelter])
    spanish = add(CrisisPage, rooms["es"].home, "En crisis", of=page, language="es")

    for path, first, second, third in (
        (page.url, "Call 911 now", "Safe house", "Mornings"),
        (spanish.url, "Llame al 911 ahora", "Casa segura", "Mañanas"),
    ):
        text = words(ana, path)
        assert text.index(first) < text.index(second) < text.index(third)
    assert 'href="tel:8315550190"' in ana.get(spanish.url).content.decode()


def test_one_leaves_the_crisis_page_by_a_plain_link(ana: Client, rooms: dict[str, Rooms]) -> None:
    page = BeautifulSoup(ana.get(add(CrisisPage, rooms["en"].home, "Crisis").url).content, "html.parser")
    way_out = page.select_one("[data-quick-exit]")

    assert way_out is not None and way_out["href"].startswith("https://") and way_out["rel"] == ["noreferrer"]
    assert not way_out.has_attr("target")


def test_a_line_says_when_somebody_answers() -> None:
    with pytest.raises(ValidationError, match="hours"):
        CrisisLine(name={"en": "a", "es": "b"}, what={"en": "a", "es": "b"}, phone="1").clean()
