"""The demo's topics, news and promises are there in both languages, and loading them again harms nothing."""

import pytest
from django.test import Client

from home.tree import ensure_tree
from schools.calendar import today
from schools.demo import load_schools
from schools.topics.demo import load_topics
from schools.topics.models import (
    CrisisPage,
    OfficePeoplePage,
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

pytestmark = pytest.mark.django_db
IN_EACH_LANGUAGE = {
    TopicIndexPage: 1,
    TopicHubPage: 6,
    ProgrammePage: 3,
    ValueIndexPage: 1,
    ValuePage: 5,
    PillarPage: 4,
    StoryPage: 8,
    ProgressPage: 2,
    CrisisPage: 1,
    OfficePeoplePage: 1,
}


def load() -> None:
    rooms = ensure_tree()
    schools = load_schools({language: its.schools for language, its in rooms.items()}, today())
    load_topics({language: its.home for language, its in rooms.items()}, schools, today())


def test_everything_is_there_once_in_each_language_and_opens(ana: Client, spanish: object) -> None:
    load()
    load()

    for model, count in IN_EACH_LANGUAGE.items():
        for language in ("en", "es"):
            pages = list(model.objects.live().filter(locale__language_code=language))
            assert len(pages) == count, (model, language)
            assert ana.get(pages[0].url).status_code == 200
    assert StoryIndexPage.objects.count() == 2 * 5
    assert {promise.state for promise in Promise.objects.all()} == set(Promise.State.values)
    assert StoryPage.objects.facts().exclude(picture=None).count() == 1
    assert ProgrammePage.objects.facts().get(slug="community-schools").schools.count() == 8
