"""What the news show: the stories of a school or of the district, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from core.languages import Word
from core.pagination import paginate
from schools.calendar import today
from schools.models import SchoolPage
from schools.topics.models import StoryIndexPage, StoryPage
from schools.topics.public.links import link_to
from schools.topics.public.tags import tag_links
from schools.topics.querysets import StoryQuerySet

NEWEST = 3
PER_PAGE = 12


@dataclass(frozen=True)
class StoryCard:
    url: str
    name: Word
    line: Word
    told_on: date
    school: Word | None


@dataclass(frozen=True)
class Picture:
    """`lang` is that of the words, if it is not the page's."""

    image: Any
    says: str
    lang: str
    credit: str


def stories_of(index: StoryIndexPage) -> StoryQuerySet:
    """Below a school its own; the district's list shows everybody's."""
    told = StoryPage.objects.told_in(index.locale.language_code).newest_first()
    return told.child_of(index) if index.school else told


def index_context(index: StoryIndexPage, request: HttpRequest) -> dict[str, Any]:
    school = index.school
    pages = paginate(request, stories_of(index), per_page=PER_PAGE)
    return {
        "pages": pages,
        "stories": cards(pages.items, index.locale.language_code, name_schools=school is None),
        "school": school,
    }


def cards(stories: Iterable[StoryPage], language: str, *, name_schools: bool) -> list[StoryCard]:
    schools = list(SchoolPage.objects.live().filter(locale__language_code=language)) if name_schools else []
    return [_card(story, language, schools) for story in stories]


def newest_at(school: SchoolPage, language: str) -> tuple[StoryIndexPage | None, list[StoryCard]]:
    """The list of a school's news in a language, and its newest stories."""
    page = school.in_language(language)
    index = StoryIndexPage.objects.child_of(page).live().first()
    if index is None:
        return None, []
    newest = StoryPage.objects.told_in(language).newest_first().child_of(index)[:NEWEST]
    return index, cards(newest, language, name_schools=False)


def story_context(page: StoryPage) -> dict[str, Any]:
    facts, language = page.facts, page.locale.language_code
    index = page.get_parent().specific
    return {
        "told_on": facts.told_on,
        "picture": _picture(page),
        "index": index,
        "school": index.school if isinstance(index, StoryIndexPage) else None,
        **tag_links(facts, language),
    }


def _card(story: Any, language: str, schools: list[SchoolPage]) -> StoryCard:
    link = link_to(story, language)
    school = next((each for each in schools if story.path.startswith(each.path)), None)
    named = None if school is None else Word(school.title, "" if school.alias_of_id is None else school.text_language)
    return StoryCard(link.url, link.name, link.line, story.happened_on, named)


def _picture(page: StoryPage) -> Picture | None:
    """Words for the picture in the page's language; else those of the page that owns the picture."""
    facts = page.facts
    image = facts.picture_on(today())
    if image is None:
        return None
    own = page if page.picture_says else facts
    lang = "" if own.text_language == page.text_language else own.text_language
    return Picture(image, own.picture_says, lang, getattr(image, "credit", ""))
