"""What the pages of topics show, and the room that holds them."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from core.models import SitePage
from schools.grades import grades_in_words
from schools.pairs.shown import ShownPair, shown_pair
from schools.topics.models import (
    CrisisPage,
    OfficePeoplePage,
    PillarPage,
    ProgrammePage,
    ProgressPage,
    TopicHubPage,
    TopicIndexPage,
    ValueIndexPage,
)
from schools.topics.public.crisis import urgent_lines
from schools.topics.public.links import Link, link_to, links
from schools.topics.public.rows import rows
from schools.topics.sections import sections_of

ABOUT_US: tuple[type[SitePage], ...] = (ValueIndexPage, PillarPage, ProgressPage, OfficePeoplePage)


@dataclass(frozen=True)
class Shelf:
    """Papers for the same grades; `grades` is empty for those for all."""

    grades: str
    pairs: list[ShownPair]


@dataclass(frozen=True)
class SearchLink:
    text: str
    question: str


def hub_context(page: TopicHubPage) -> dict[str, Any]:
    facts, language = page.facts, page.locale.language_code
    return {
        "crisis_lines": urgent_lines(language) if facts.shows_crisis_lines else (),
        "grade_bands": [block.value for block in page.grade_bands],
        "searches": [SearchLink(block.value["text"], block.value["question"]) for block in page.searches],
        "programmes": links(facts.programmes.order_by("title"), language),
        "pillars": _children(page, PillarPage),
        "papers": rows(page.papers),
        "library": _library(facts, language),
        "quick_links": rows(page.quick_links),
        "sections": sections_of(page),
    }


def _library(facts: TopicHubPage, language: str) -> list[Shelf]:
    """By grade, the papers for every grade first; private ones are left out."""
    shelves: defaultdict[tuple[int, ...], list[ShownPair]] = defaultdict(list)
    for row in facts.library.select_related("paper").prefetch_related("paper__halves"):
        if pair := shown_pair(row.paper, language):
            shelves[row.band].append(pair)
    return [Shelf(grades_in_words(*band) if band else "", shelves[band]) for band in sorted(shelves)]


def index_context(page: TopicIndexPage) -> dict[str, Any]:
    return {
        "hubs": _children(page, TopicHubPage),
        "programmes": _children(page, ProgrammePage),
        "about_us": [link for kind in ABOUT_US for link in _children(page, kind)],
        "crisis": _children(page, CrisisPage),
    }


def _children(page: SitePage, kind: type[SitePage]) -> list[Link]:
    pages = kind._default_manager.child_of(page).live().select_related("locale", "alias_of__locale").order_by("path")
    return [link_to(child, page.locale.language_code) for child in pages]
