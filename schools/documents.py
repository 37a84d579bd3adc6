"""Pages in the search index: one document per thing, its words in every language it is written in."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from django.utils.html import strip_tags
from wagtail.signals import page_published, page_unpublished

from core.models import SitePage
from schools.grades import grades_in_words
from schools.models import SchoolPage
from search.changes import changed
from search.document import Document, Text, version_now
from search.registry import DocumentSource, register

TextOf = Callable[[Any], Text]
PlacesOf = Callable[[Any], tuple[tuple[float, float], ...]]
_kinds: dict[type[SitePage], str] = {}


def register_pages(
    kind: str,
    model: type[SitePage] | tuple[type[SitePage], ...],
    text: TextOf,
    *,
    places: PlacesOf = lambda _page: (),
) -> None:
    """Make the live pages of a model, or of several, findable under `kind`, by translation key.

    `places` asks any page of the thing.
    """
    models = model if isinstance(model, tuple) else (model,)

    def all_keys() -> Iterable[str]:
        keys = [_written(each).order_by().values_list("translation_key", flat=True).distinct() for each in models]
        return [str(key) for key in chain.from_iterable(keys)]

    def load(keys: list[str]) -> Iterable[Document]:
        version = version_now()
        by_key: defaultdict[Any, list[SitePage]] = defaultdict(list)
        for page in chain.from_iterable(_written(each).filter(translation_key__in=keys) for each in models):
            by_key[page.translation_key].append(page)
        for key, same in by_key.items():
            yield Document(
                kind=kind,
                object_id=str(key),
                version=version,
                updated=max(page.last_published_at or page.latest_revision_created_at for page in same),
                texts={page.locale.language_code: text(page) for page in same},
                places=places(same[0]),
            )

    register(DocumentSource(kind, load, all_keys))
    for each in models:
        _kinds[each] = kind
        for signal in (page_published, page_unpublished):
            signal.connect(_page_changed, sender=each, dispatch_uid=f"schools.documents.{each.__name__}")


def plain(html: str) -> str:
    """The words of rich text."""
    return " ".join(strip_tags(html.replace("<", " <")).split())


def register_documents() -> None:
    register_pages("school", SchoolPage, _school_text, places=_school_places)


def _written(model: type[SitePage]) -> Any:
    """An alias repeats the words of its original under another language's address."""
    return model._default_manager.live().public().filter(alias_of=None).select_related("locale")


def _page_changed(sender: type[SitePage], instance: SitePage, **_kwargs: Any) -> None:
    changed(_kinds[sender], [instance.translation_key])


def _school_text(page: SchoolPage) -> Text:
    school = page.facts
    facts = (school.city, school.postal_code, grades_in_words(school.lowest_grade, school.highest_grade), school.phone)
    prose = (page.welcome, page.engagement_plan, page.needs, page.assets)
    return Text(
        title=page.title,
        keywords="\n".join(filter(None, facts)),
        summary=page.intro,
        body="\n".join(plain(text) for text in prose if text),
    )


def _school_places(page: SchoolPage) -> tuple[tuple[float, float], ...]:
    school = page.facts
    if school.latitude is None or school.longitude is None:
        return ()
    return ((school.latitude, school.longitude),)
