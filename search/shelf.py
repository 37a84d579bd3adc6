"""Putting documents on the shelf and taking them off: the rows every engine of a database answers from.

Called by `search.indexer` inside a transaction that holds the engine's lock.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from search import bitmaps, vocabulary
from search.analysis import WORD, fold
from search.bulk import insert
from search.document import Document
from search.engines.base import DatabaseEngine
from search.engines.sql import LONGEST_OPENING
from search.models import SearchDocument, SearchFacet, SearchOpening, SearchPlace, SearchText
from search.request import KIND
from search.words_table import FIELDS

BATCH = 2000
PARTS = (SearchText, SearchFacet, SearchPlace, SearchOpening)


def put(
    engine: DatabaseEngine, kind: str, documents: Iterable[Document], *, count_words: bool = True
) -> dict[int, Document]:
    """Store what is new or different, leave what a later reader has stored. Returns what was written, by row."""
    by_id = {document.object_id: document for document in documents}
    stored = {row.object_id: row for row in SearchDocument.objects.filter(kind=kind, object_id__in=by_id)}
    written = [document for document in by_id.values() if _is_news(document, stored.get(document.object_id))]
    if not written:
        return {}
    old = [stored[document.object_id].pk for document in written if document.object_id in stored]
    if count_words:
        vocabulary.change(before=old, after=written)
    _clear(old)
    return _write(engine, written)


def take_off(engine: DatabaseEngine, kind: str, object_ids: Iterable[str]) -> list[int]:
    """Returns the rows that are gone."""
    ids = list(SearchDocument.objects.filter(kind=kind, object_id__in=set(object_ids)).values_list("pk", flat=True))
    if ids:
        vocabulary.change(before=ids, after=())
        _clear(ids)
        engine.forget(ids)
        SearchDocument.objects.filter(pk__in=ids).delete()
    return ids


def _clear(ids: Sequence[int]) -> None:
    bitmaps.take_out(ids)
    for part in PARTS:
        part._default_manager.filter(document__in=ids).delete()


def _is_news(document: Document, stored: SearchDocument | None) -> bool:
    return stored is None or (stored.version <= document.version and stored.checksum != document.checksum)


def _write(engine: DatabaseEngine, documents: Sequence[Document]) -> dict[int, Document]:
    rows = [
        SearchDocument(
            kind=document.kind,
            object_id=document.object_id,
            version=document.version,
            updated=document.updated,
            checksum=document.checksum,
        )
        for document in documents
    ]
    stored = SearchDocument.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=["version", "updated", "checksum"],
    )
    pairs = list(zip((row.pk for row in stored), documents, strict=True))
    insert(SearchText, ("document_id", "language", "sort_title", *FIELDS), _texts(pairs))
    insert(SearchFacet, ("document_id", "name", "value"), _facets(pairs))
    bitmaps.add(_facets(pairs))
    insert(SearchPlace, ("document_id", "latitude", "longitude"), _places(pairs))
    insert(SearchOpening, ("document_id", "opens", "closes"), _opening(pairs))
    by_row = dict(pairs)
    engine.write(by_row)
    return by_row


Pairs = Sequence[tuple[int, Document]]


def _texts(pairs: Pairs) -> Iterator[tuple[Any, ...]]:
    for key, document in pairs:
        for language, text in document.texts.items():
            sort_title = " ".join(map(fold, WORD.findall(text.title)))[:100]
            yield key, language, sort_title, *(getattr(text, field) for field in FIELDS)


def _facets(pairs: Pairs) -> Iterator[tuple[Any, ...]]:
    for key, document in pairs:
        for name, values in {**document.facets, KIND: (document.kind,)}.items():
            for value in sorted(set(values)):
                yield key, name, value


def _places(pairs: Pairs) -> Iterator[tuple[Any, ...]]:
    for key, document in pairs:
        for latitude, longitude in sorted(set(document.places)):
            yield key, latitude, longitude


def _opening(pairs: Pairs) -> Iterator[tuple[Any, ...]]:
    for key, document in pairs:
        for opens, closes in document.opening:
            for start in range(opens, closes, LONGEST_OPENING):
                yield key, start, min(closes, start + LONGEST_OPENING)
