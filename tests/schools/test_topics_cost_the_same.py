"""What these pages ask of the database stays the same however much there is to show."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from home.tree import Rooms, ensure_tree
from schools.calendar import today
from schools.models import Person
from schools.topics.models import (
    OfficePeoplePage,
    OfficePerson,
    PillarAtSchool,
    PillarPage,
    ProgrammePage,
    ProgressPage,
    Promise,
    StoryIndexPage,
    StoryPage,
    TopicHubPage,
    TopicIndexPage,
    ValueIndexPage,
    ValuePage,
)
from tests.schools.topic_pages import add, add_school
from tests.test_query_counts import queries

pytestmark = pytest.mark.django_db
Pair = dict[str, Any]


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


def pair(model: Any, parents: Any, title: str, **facts: Any) -> Pair:
    """A page and its translation."""
    source = add(model, parents["en"], title, **facts)
    return {"en": source, "es": add(model, parents["es"], f"{title} ES", of=source, language="es")}


def homes(rooms: dict[str, Rooms]) -> Pair:
    return {language: its.home for language, its in rooms.items()}


def same_for_one_and_five(ana: Client, path: str, more: Callable[[int], object], *, most: int) -> None:
    more(0)
    one = queries(ana, path)
    for number in range(1, 5):
        more(number)

    assert queries(ana, path) == one
    assert one <= most


def test_news(ana: Client, rooms: dict[str, Rooms], language: str) -> None:
    index = pair(StoryIndexPage, homes(rooms), "News")

    same_for_one_and_five(ana, index[language].url, lambda n: pair(StoryPage, index, f"Story {n}"), most=26)


def test_room_of_topics(ana: Client, rooms: dict[str, Rooms], language: str) -> None:
    index = pair(TopicIndexPage, homes(rooms), "Topics")

    same_for_one_and_five(ana, index[language].url, lambda n: pair(TopicHubPage, index, f"Hub {n}"), most=26)


def test_value(ana: Client, rooms: dict[str, Rooms], language: str) -> None:
    value = pair(ValuePage, pair(ValueIndexPage, homes(rooms), "Values"), "Respect")

    def carry(number: int) -> None:
        pair(ProgrammePage, homes(rooms), f"Programme {number}", values=[value["en"]])

    same_for_one_and_five(ana, value[language].url, carry, most=28)


def test_pillar(ana: Client, rooms: dict[str, Rooms], language: str) -> None:
    pillar = pair(PillarPage, homes(rooms), "Support")

    def see(number: int) -> None:
        school = add_school(rooms, f"School {number}", f"Escuela {number}")
        PillarAtSchool.objects.create(pillar=pillar["en"], school=school)

    same_for_one_and_five(ana, pillar[language].url, see, most=28)


def test_promises(ana: Client, rooms: dict[str, Rooms], language: str) -> None:
    page = pair(ProgressPage, homes(rooms), "Promises")

    def promise(number: int) -> None:
        Promise.objects.create(page=page["en"], what={"en": "a", "es": "b"}, since=today())

    same_for_one_and_five(ana, page[language].url, promise, most=22)


def test_people(ana: Client, rooms: dict[str, Rooms], language: str) -> None:
    page = pair(OfficePeoplePage, homes(rooms), "People")

    def somebody(number: int) -> None:
        person = Person.objects.create(name=f"Delia {number}", languages=["es"])
        OfficePerson.objects.create(page=page["en"], person=person, role={"en": "a", "es": "b"})

    same_for_one_and_five(ana, page[language].url, somebody, most=22)


def test_school(ana: Client, rooms: dict[str, Rooms], language: str) -> None:
    school = add_school(rooms)
    pages = {code: school.in_language(code) for code in ("en", "es")}
    index = pair(StoryIndexPage, pages, "News")

    def happen(number: int) -> None:
        pair(StoryPage, index, f"Story {number}")
        pair(ProgrammePage, homes(rooms), f"Programme {number}", at_every_school=True)

    same_for_one_and_five(ana, pages[language].url, happen, most=44)
