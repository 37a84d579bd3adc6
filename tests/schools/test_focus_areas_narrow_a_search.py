"""What the district works on is data of the office, carried by services and programs, and a choice in the search."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from home.tree import Rooms
from schools.topics.models import FocusArea, ProgrammePage, TopicIndexPage
from search.indexer import rebuild
from tests.listings import make_service
from tests.schools.topic_pages import add

pytestmark = pytest.mark.django_db
PATHS = {"en": "/en/search/", "es": "/es/buscar/"}
NAMES = {"en": "Youth and community", "es": "Jóvenes y comunidad"}


@pytest.fixture
def youth(rooms: dict[str, Rooms]) -> FocusArea:
    area = FocusArea.objects.create(code="youth", name=NAMES)
    service = make_service("Drop-in for teens")
    service.focus.add(area)
    service.save()
    make_service("Food boxes")
    topics = add(TopicIndexPage, rooms["en"].home, "Topics")
    programme = add(ProgrammePage, topics, "Night basketball")
    programme.focus.add(area)
    programme.save_revision().publish()
    rebuild()
    return area


@pytest.mark.parametrize("language", ["en", "es"])
def test_families_choose_by_it_and_see_how_many_there_are(youth: FocusArea, ana: Client, language: str) -> None:
    page = BeautifulSoup(ana.get(PATHS[language]).content, "html.parser")

    choice = page.select_one("input[name=focus][value=youth]")
    assert choice is not None
    assert " ".join(choice.find_parent("label").get_text(" ").split()) == f"{NAMES[language]} 2"


def test_only_what_carries_it_is_found(youth: FocusArea, ana: Client) -> None:
    found = ana.get(PATHS["en"], {"focus": "youth"}).content.decode()

    assert "Drop-in for teens" in found and "Night basketball" in found
    assert "Food boxes" not in found


def test_what_carries_it_leads_to_all_that_do(youth: FocusArea, ana: Client) -> None:
    for path in (ProgrammePage.objects.get().url, "/en/directory/drop-in-for-teens/"):
        page = BeautifulSoup(ana.get(path).content, "html.parser")
        link = page.find("a", string=lambda text: text and text.strip() == NAMES["en"])
        assert link is not None and link["href"] == "/en/search/?focus=youth"


def test_a_focus_nobody_knows_narrows_nothing(youth: FocusArea, ana: Client) -> None:
    assert "Food boxes" in ana.get(PATHS["en"], {"focus": "chess"}).content.decode()
