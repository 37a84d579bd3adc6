"""What a content pack is: a zip of JSON and of the same texts to read, with nothing about people in it.

`manifest.json` names format and version; `pages.json`, `focus_areas.json` and `concepts.json` hold the content;
`texts/<language>/` the pages as Markdown, for whoever wants to read and not to load.
"""

from dataclasses import dataclass, field
from typing import Any

from core.models import SitePage
from home.models import ArticlePage
from schools.topics.models import (
    CrisisPage,
    PillarPage,
    ProgrammePage,
    TopicHubPage,
    TopicIndexPage,
    ValueIndexPage,
    ValuePage,
)

FORMAT, VERSION = "ventanilla-content-pack", 1
MANIFEST, PAGES, FOCUS, CONCEPTS = "manifest.json", "pages.json", "focus_areas.json", "concepts.json"
# Parents before their children.
KINDS: dict[str, type[SitePage]] = {
    "room": TopicIndexPage,
    "guide": ArticlePage,
    "values": ValueIndexPage,
    "value": ValuePage,
    "programme": ProgrammePage,
    "topic": TopicHubPage,
    "pillar": PillarPage,
    "crisis": CrisisPage,
}


@dataclass(frozen=True)
class PackedPage:
    """`key` is the page in all languages, `parent` that of the one above; `words` by field, as Wagtail keeps them."""

    kind: str
    key: str
    language: str
    parent: str
    title: str
    slug: str
    intro: str
    words: dict[str, Any] = field(default_factory=dict)


def word_names(model: type[SitePage]) -> tuple[str, ...]:
    """The fields with words; a phone, a name or a picture is in none of them."""
    return () if model is TopicIndexPage else getattr(model, "word_names", ("body",))
