"""Guides in the search index: one document per guide, its words in every language it is written in."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver
from django.utils.html import strip_tags
from wagtail.signals import page_published, page_unpublished

from home.models import ArticlePage
from search.changes import changed
from search.document import Document, Text, version_now
from search.registry import DocumentSource, register

KIND = "article"


def register_articles() -> None:
    register(DocumentSource(KIND, _load, _all_keys))


def _pages() -> Any:
    # An alias repeats the words of its original under another language's address.
    return ArticlePage.objects.live().public().filter(alias_of=None).select_related("locale")


def _all_keys() -> Iterable[str]:
    return [str(key) for key in _pages().order_by().values_list("translation_key", flat=True).distinct()]


def _load(keys: list[str]) -> Iterable[Document]:
    version = version_now()
    by_key: defaultdict[Any, list[ArticlePage]] = defaultdict(list)
    for page in _pages().filter(translation_key__in=keys):
        by_key[page.translation_key].append(page)
    for key, pages in by_key.items():
        yield Document(
            kind=KIND,
            object_id=str(key),
            version=version,
            updated=max(page.last_published_at or page.latest_revision_created_at for page in pages),
            texts={page.locale.language_code: _text(page) for page in pages},
        )


def _text(page: ArticlePage) -> Text:
    body = " ".join(strip_tags(str(block)) for block in page.body)
    return Text(title=page.title, summary=page.intro, body=" ".join(body.split()))


@receiver([page_published, page_unpublished], sender=ArticlePage, dispatch_uid="home.documents")
def article_changed(sender: type[ArticlePage], instance: ArticlePage, **_kwargs: Any) -> None:
    changed(KIND, [instance.translation_key])
