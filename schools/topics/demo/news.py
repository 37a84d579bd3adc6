"""News and promises of the demo."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wagtail.models import Page

from core.locales import source_language
from schools.models import SchoolPage
from schools.topics.demo.drawing import drawn_garden
from schools.topics.demo.pages import Data, ensure, in_every_language, words_of_room, words_with_body
from schools.topics.demo.topics import ByKey, owners
from schools.topics.models import ProgressPage, Promise, StoryIndexPage, StoryPage


@dataclass(frozen=True)
class Known:
    """What a story may point at, by key."""

    schools: Mapping[str, SchoolPage]
    values: ByKey
    pillars: ByKey


def load_news(data: Data, homes: Mapping[str, Page], known: Known, today: date) -> None:
    """A story of a school stands below that school's page."""
    district = ensure(StoryIndexPage, homes, data["room"], words_of_room, show_in_menus=True)
    for story in data["stories"]:
        index = district
        if story.get("school") in known.schools:
            school = in_every_language(known.schools[story["school"]])
            index = ensure(StoryIndexPage, school, data["room"], words_of_room)
        page = ensure(StoryPage, index, story, _story_words, **_story_facts(story, today))[source_language()]
        if not page.values.exists():
            page.values.set(owners(known.values, story["values"]))
            page.pillars.set(owners(known.pillars, story.get("pillars", [])))
            page.save_revision().publish()


def load_promises(data: Data, rooms: Mapping[str, Page], today: date) -> None:
    page = ensure(ProgressPage, rooms, data, words_with_body)[source_language()]
    if not page.promises.exists():
        page.promises.set([_promise(row, at, today) for at, row in enumerate(data["promises"])])
        page.save_revision().publish()


def load_school_promises(data: Data, schools: Mapping[str, SchoolPage], today: date) -> None:
    if data["school"] in schools:
        load_promises(data, in_every_language(schools[data["school"]]), today)


def _promise(data: Data, at: int, today: date) -> Promise:
    words = {name: data.get(name, {}) for name in ("what", "because", "source")}
    return Promise(state=data["state"], since=today - timedelta(days=data["days"]), sort_order=at, **words)


def _story_words(data: Data) -> Data:
    return {**words_with_body(data), "picture_says": data.get("picture", "")}


def _story_facts(data: Data, today: date) -> dict[str, Any]:
    facts = {"told_on": today - timedelta(days=data["days"])}
    return facts | ({"picture": drawn_garden()} if data.get("picture") else {})
