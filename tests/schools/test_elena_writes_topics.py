"""What Elena sees and may send when she writes about topics, in English and in Spanish."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from home.tree import Rooms, ensure_tree
from schools.topics.models import (
    CrisisPage,
    OfficePeoplePage,
    PillarPage,
    ProgrammePage,
    ProgressPage,
    StoryIndexPage,
    StoryPage,
    TopicHubPage,
    TopicIndexPage,
    ValueIndexPage,
    ValuePage,
)
from tests.admin.forms import filled_form
from tests.schools.topic_pages import add

pytestmark = pytest.mark.django_db
OF_THE_HOME_PAGE = [
    TopicIndexPage,
    StoryIndexPage,
    TopicHubPage,
    ProgrammePage,
    ValueIndexPage,
    PillarPage,
    ProgressPage,
    CrisisPage,
    OfficePeoplePage,
]


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture
def elena(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("elena")


# Stream fields are drawn by the editor's script; this is what it sends for empty ones.
EMPTY = {"body-count": "0", "quick_links-count": "0"}


def edit(page: object) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", OF_THE_HOME_PAGE)
def test_every_page_can_be_begun_below_the_home_page(elena: Client, rooms: dict[str, Rooms], model: type) -> None:
    path = reverse("wagtailadmin_pages:add", args=["topics", model.__name__.lower(), rooms["en"].home.pk])

    assert elena.get(path).status_code == 200


def test_a_programme_with_values_is_published_from_its_form(elena: Client, rooms: dict[str, Rooms]) -> None:
    value = add(ValuePage, add(ValueIndexPage, rooms["en"].home, "Values"), "Respect")
    programme = add(ProgrammePage, rooms["en"].home, "Ambassadors")
    form = filled_form(elena, edit(programme))

    form |= {
        **EMPTY,
        "values": [str(value.pk)],
        "contact_role_en": "coordinates",
        "contact_role_es": "coordina",
        "action-publish": "1",
    }
    response = elena.post(edit(programme), form)

    assert response.status_code == 302
    programme = ProgrammePage.objects.get(pk=programme.pk)
    assert list(programme.values.all()) == [value]
    assert programme.contact_role == {"en": "coordinates", "es": "coordina"}


def test_who_edits_the_spanish_page_sees_words_and_no_facts(elena: Client, rooms: dict[str, Rooms]) -> None:
    programme = add(ProgrammePage, rooms["en"].home, "Ambassadors", phone="(831) 555-0111")
    spanish = add(ProgrammePage, rooms["es"].home, "Embajadores", of=programme, language="es")
    form = filled_form(elena, edit(spanish))
    assert "title" in form and not {"phone", "values", "at_every_school"} & set(form)

    changes = {**EMPTY, "phone": "999", "title": "Embajadores de Peña", "action-publish": "1"}
    response = elena.post(edit(spanish), form | changes)

    assert response.status_code == 302
    spanish = ProgrammePage.objects.get(pk=spanish.pk)
    assert spanish.title == "Embajadores de Peña" and spanish.phone == "" and spanish.facts.phone == "(831) 555-0111"


def test_a_story_goes_below_news_only(elena: Client, rooms: dict[str, Rooms]) -> None:
    news = add(StoryIndexPage, rooms["en"].home, "News")

    def offered(parent: object) -> int:
        path = reverse("wagtailadmin_pages:add", args=["topics", "storypage", parent.pk])  # type: ignore[attr-defined]
        return elena.get(path).status_code

    assert offered(news) == 200
    assert offered(rooms["en"].home) != 200
    assert StoryPage.allowed_parent_page_models() == [StoryIndexPage]
