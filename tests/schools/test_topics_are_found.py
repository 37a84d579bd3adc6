"""Programmes, topics and stories in the search, in both languages."""

from collections.abc import Iterator

import pytest

from home.tree import Rooms, ensure_tree
from schools.topics.models import PillarPage, ProgrammePage, StoryIndexPage, StoryPage, TopicHubPage
from search import indexer
from tests.schools.topic_pages import add
from tests.search.library import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def rooms(spanish: object) -> Iterator[dict[str, Rooms]]:
    rooms = ensure_tree()
    home = rooms["en"].home
    programme = add(ProgrammePage, home, "Ambassadors", body=[("paragraph", "<p>Somebody listens.</p>")])
    add(ProgrammePage, rooms["es"].home, "Embajadores Peña", of=programme, language="es")
    add(TopicHubPage, home, "College", searches=[("search", {"text": "Forms", "question": "scholarship"})])
    add(PillarPage, home, "Collaborative leadership")
    add(StoryPage, add(StoryIndexPage, home, "News"), "The washing machine runs")
    indexer.rebuild()
    yield rooms


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("ambassadors listens", "en", "programme"),
        ("embajadores pena", "es", "programme"),
        ("scholarship", "en", "topic"),
        ("collaborative leadership", "en", "topic"),
        ("washing machine", "en", "story"),
    ],
)
def test_a_page_is_found_by_its_words(rooms: object, question: str, language: str, kind: str) -> None:
    assert {hit.kind for hit in ask(question, language=language).hits} == {kind}


def test_a_page_that_nobody_dated_is_found_as_well(rooms: dict[str, Rooms]) -> None:
    rooms["en"].home.add_child(instance=ProgrammePage(title="Undated", locale=rooms["en"].home.locale))

    indexer.rebuild()

    assert [hit.kind for hit in ask("undated", language="en").hits] == ["programme"]
