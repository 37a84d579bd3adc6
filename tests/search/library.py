"""A small library of made-up documents."""

from datetime import UTC, datetime

from search import indexer
from search.document import Document, Text, version_now
from search.registry import DocumentSource
from search.request import SearchRequest
from search.response import SearchResponse
from search.service import search

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE = int(NOON.timestamp()) // 60


def document(object_id: str, kind: str = "thing", **given) -> Document:
    """`en` and `es` are a title or a `Text`."""
    texts = {language: given.pop(language) for language in ("en", "es") if language in given}
    texts = {language: Text(text) if isinstance(text, str) else text for language, text in texts.items()}
    given.setdefault("version", version_now())
    given.setdefault("updated", NOON)
    return Document(kind=kind, object_id=object_id, texts=texts, **given)


class Library:
    """What two imaginary features publish, of the kinds `thing` and `page`."""

    def __init__(self) -> None:
        self.documents: dict[tuple[str, str], Document] = {}

    def publish(self, *documents: Document) -> None:
        self.keep(*documents)
        for each in documents:
            indexer.index(each.kind, [each.object_id])

    def keep(self, *documents: Document) -> None:
        """Published, but the index has not heard of it."""
        self.documents.update({(each.kind, each.object_id): each for each in documents})

    def withdraw(self, *ids: str) -> None:
        for each in ids:
            self.documents.pop(("thing", each))

    def source(self, kind: str) -> DocumentSource:
        return DocumentSource(
            kind=kind,
            load=lambda ids: [self.documents[kind, each] for each in ids if (kind, each) in self.documents],
            all_ids=lambda: [object_id for each, object_id in self.documents if each == kind],
            facets={
                "cost": lambda values: values & {"free", "fee"},
                "need": lambda values: frozenset(value for value in values if value.startswith("10")),
            },
        )


def ask(text: str = "", language: str = "en", **given) -> SearchResponse:
    return search(SearchRequest(language=language, text=text, **given))


def found(*asked, **given) -> list[str]:
    """Ids in the order in which a reader sees them."""
    return [hit.object_id for hit in ask(*asked, **given).hits]
