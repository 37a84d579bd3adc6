"""What carries a value or a pillar is shown on that value's and that pillar's page, whatever it is.

Events and services carry tags by inheriting `Tagged`, and say here how they are listed.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.models import FactsPage
from schools.sections import Section
from schools.topics.models import PillarPage, ProgrammePage, StoryPage, Tagged, ValuePage
from schools.topics.public.links import Link, links
from schools.topics.sections import register_section

TAGS: dict[type[FactsPage], str] = {ValuePage: "values", PillarPage: "pillars"}
TEMPLATE = "schools/topics/parts/tagged.html"

# From things that carry the tag to what is shown of them in a language.
LinksOf = Callable[[Any, str], Sequence[Link]]


def register_tagged(name: str, order: int, heading: str | Promise, model: type[Tagged], shown: LinksOf) -> None:
    """`shown` gets the queryset of the model's rows that carry the tag, narrows it to what is public, and links it."""
    for tag, field in TAGS.items():
        register_section(tag, name, order, _maker(field, heading, model, shown))


def register_tagged_pages() -> None:
    register_tagged("programmes", 10, _("Programs"), ProgrammePage, _live_pages)
    register_tagged("stories", 60, _("News"), StoryPage, _newest_stories)


def _maker(field: str, heading: str | Promise, model: type[Tagged], shown: LinksOf) -> Any:
    def section(tag: FactsPage, language: str) -> Section | None:
        found = shown(model._default_manager.filter(**{field: tag}), language)
        return (
            Section(TEMPLATE, {"heading": heading, "id": f"tagged-{model._meta.model_name}", "links": found})
            if found
            else None
        )

    return section


def _live_pages(pages: Any, language: str) -> Sequence[Link]:
    return links(pages.live().order_by("title"), language)


def _newest_stories(pages: Any, language: str) -> Sequence[Link]:
    return links(pages.live().order_by("-told_on")[:5], language)
