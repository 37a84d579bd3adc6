"""What the pages of topics show, and the room that holds them."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

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

ABOUT_US = (ValueIndexPage, PillarPage, ProgressPage, OfficePeoplePage)


@dataclass(frozen=True)
class SearchLink:
    text: str
    question: str


def hub_context(page: TopicHubPage) -> dict[str, Any]:
    facts, language = page.facts, page.locale.language_code
    pillars = PillarPage.objects.child_of(page).live().select_related("locale", "alias_of__locale").order_by("path")
    return {
        "crisis_lines": urgent_lines(language) if facts.shows_crisis_lines else (),
        "grade_bands": [block.value for block in page.grade_bands],
        "searches": [SearchLink(block.value["text"], block.value["question"]) for block in page.searches],
        "programmes": links(facts.programmes.order_by("title"), language),
        "pillars": [link_to(pillar, language) for pillar in pillars],
        "papers": rows(page.papers),
        "quick_links": rows(page.quick_links),
        "sections": sections_of(page),
    }


def index_context(page: TopicIndexPage) -> dict[str, Any]:
    language = page.locale.language_code
    children = Page.objects.child_of(page).live().order_by("path").specific()
    by_kind: defaultdict[type[Page], list[Link]] = defaultdict(list)
    for child in children.select_related("locale", "alias_of__locale"):
        by_kind[type(child)].append(link_to(child, language))
    return {
        "hubs": by_kind[TopicHubPage],
        "programmes": by_kind[ProgrammePage],
        "about_us": [link for kind in ABOUT_US for link in by_kind[kind]],
        "crisis": by_kind[CrisisPage],
    }
