"""Pages in the search index: one document per thing, its words in every language it is written in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import chain
from typing import Any

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import override
from wagtail.signals import page_published, page_unpublished

from core.models import SitePage
from search.changes import changed
from search.document import LONG_AGO, Document, Text, version_now
from search.registry import DocumentSource, Known, register

TextOf = Callable[[Any], Text]
PlacesOf = Callable[[Any], tuple[tuple[float, float], ...]]
FacetsOf = Callable[[Any], Mapping[str, tuple[str, ...]]]
OpeningOf = Callable[[Any], tuple[tuple[int, int], ...]]


@dataclass(frozen=True)
class PageKind:
    """What people call one and several of a kind; the name of its drawing in `templates/icons`."""

    models: tuple[type[SitePage], ...]
    one: str | Promise
    many: str | Promise
    icon: str


_kinds: dict[str, PageKind] = {}


@dataclass(frozen=True, kw_only=True)
class PageFacts:
    """What a document holds besides words (see `search.document`), asked of any page of the thing.

    `known` are the kind's own facets, as `search.registry` has them; `only` narrows the pages that are found at all.
    """

    places: PlacesOf = lambda _page: ()
    facets: FacetsOf = lambda _page: {}
    opening: OpeningOf = lambda _page: ()
    known: Mapping[str, Known] = field(default_factory=dict)
    only: Callable[[Any], Any] = lambda pages: pages


def register_pages(name: str, kind: PageKind, text: TextOf, facts: PageFacts = PageFacts()) -> None:
    """Make the live pages of a kind findable by translation key. `text` is called in the language of its page."""
    models = kind.models

    def all_keys() -> Iterable[str]:
        keys = [
            facts.only(_written(each)).order_by().values_list("translation_key", flat=True).distinct()
            for each in models
        ]
        return [str(key) for key in chain.from_iterable(keys)]

    def load(keys: list[str]) -> Iterable[Document]:
        version = version_now()
        by_key: defaultdict[Any, list[SitePage]] = defaultdict(list)
        for page in chain.from_iterable(facts.only(_written(each)).filter(translation_key__in=keys) for each in models):
            by_key[page.translation_key].append(page)
        for key, same in by_key.items():
            yield Document(
                kind=name,
                object_id=str(key),
                version=version,
                updated=max(page.last_published_at or page.latest_revision_created_at or LONG_AGO for page in same),
                texts={page.locale.language_code: _in_its_language(text, page) for page in same},
                places=facts.places(same[0]),
                facets=facts.facets(same[0]),
                opening=facts.opening(same[0]),
            )

    def page_changed(sender: type[SitePage], instance: SitePage, **_kwargs: Any) -> None:
        changed(name, [instance.translation_key])

    _kinds[name] = kind
    register(DocumentSource(name, load, all_keys, facts.known))
    for each in models:
        for signal in (page_published, page_unpublished):
            signal.connect(page_changed, sender=each, weak=False, dispatch_uid=f"page_documents.{each.__name__}")


def _in_its_language(text: TextOf, page: SitePage) -> Text:
    with override(page.locale.language_code):
        return text(page)


def plain(html: str) -> str:
    """The words of rich text, its entities read."""
    return " ".join(unescape(strip_tags(html.replace("<", " <"))).split())


def _written(model: type[SitePage]) -> Any:
    """An alias repeats the words of its original under another language's address."""
    return model._default_manager.live().public().filter(alias_of=None).select_related("locale")


def page_kinds() -> dict[str, PageKind]:
    """Every kind of page that can be found, by its name."""
    return dict(_kinds)
