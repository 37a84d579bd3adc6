"""Putting documents on the shelf and taking them off: the rows every engine of a database answers from.

Called by `search.indexer` inside a transaction that holds the engine's lock.
"""

from collections.abc import Iterable, Iterator, Sequence

from search import vocabulary
from search.analysis import WORD, fold
from search.document import Document
from search.engines.base import Engine
from search.engines.sql import LONGEST_OPENING
from search.models import SearchDocument, SearchFacet, SearchOpening, SearchPlace, SearchText

BATCH = 2000
PARTS = (SearchText, SearchFacet, SearchPlace, SearchOpening)


def put(engine: Engine, kind: str, documents: Iterable[Document], *, count_words: bool = True) -> int:
    """Store what is new or different, leave what a later reader has stored. Returns how many were written."""
    by_id = {document.object_id: document for document in documents}
    stored = {row.object_id: row for row in SearchDocument.objects.filter(kind=kind, object_id__in=by_id)}
    written = [document for document in by_id.values() if _is_news(document, stored.get(document.object_id))]
    if not written:
        return 0
    old = [stored[document.object_id].pk for document in written if document.object_id in stored]
    if count_words:
        vocabulary.change(before=old, after=written)
    _clear(old)
    _write(engine, [_row(document, stored.get(document.object_id)) for document in written], written)
    return len(written)


def take_off(engine: Engine, kind: str, object_ids: Iterable[str]) -> int:
    ids = list(SearchDocument.objects.filter(kind=kind, object_id__in=set(object_ids)).values_list("pk", flat=True))
    if ids:
        vocabulary.change(before=ids, after=())
        _clear(ids)
        engine.forget(ids)
        SearchDocument.objects.filter(pk__in=ids).delete()
    return len(ids)


def _clear(ids: Sequence[int]) -> None:
    for part in PARTS:
        part._default_manager.filter(document__in=ids).delete()


def _is_news(document: Document, stored: SearchDocument | None) -> bool:
    return stored is None or (stored.version <= document.version and stored.checksum != document.checksum)


def _row(document: Document, stored: SearchDocument | None) -> SearchDocument:
    row = stored or SearchDocument(kind=document.kind, object_id=document.object_id)
    row.version, row.updated, row.checksum = document.version, document.updated, document.checksum
    return row


def _write(engine: Engine, rows: Sequence[SearchDocument], documents: Sequence[Document]) -> None:
    new, changed = [row for row in rows if row.pk is None], [row for row in rows if row.pk is not None]
    SearchDocument.objects.bulk_create(new, batch_size=BATCH)
    SearchDocument.objects.bulk_update(changed, ["version", "updated", "checksum"], batch_size=100)
    pairs = list(zip((row.pk for row in rows), documents, strict=True))
    SearchText.objects.bulk_create(_texts(pairs), batch_size=BATCH)
    SearchFacet.objects.bulk_create(_facets(pairs), batch_size=BATCH)
    SearchPlace.objects.bulk_create(_places(pairs), batch_size=BATCH)
    SearchOpening.objects.bulk_create(_opening(pairs), batch_size=BATCH)
    engine.write({key: document.texts for key, document in pairs})


Pairs = Sequence[tuple[int, Document]]


def _texts(pairs: Pairs) -> Iterator[SearchText]:
    for key, document in pairs:
        for language, text in document.texts.items():
            yield SearchText(
                document_id=key,
                language=language,
                sort_title=" ".join(fold(word) for word in WORD.findall(text.title))[:100],
                title=text.title,
                keywords=text.keywords,
                summary=text.summary,
                body=text.body,
            )


def _facets(pairs: Pairs) -> Iterator[SearchFacet]:
    for key, document in pairs:
        for name, values in {**document.facets, "kind": (document.kind,)}.items():
            for value in sorted(set(values)):
                yield SearchFacet(document_id=key, name=name, value=value)


def _places(pairs: Pairs) -> Iterator[SearchPlace]:
    for key, document in pairs:
        for latitude, longitude in sorted(set(document.places)):
            yield SearchPlace(document_id=key, latitude=latitude, longitude=longitude)


def _opening(pairs: Pairs) -> Iterator[SearchOpening]:
    for key, document in pairs:
        for opens, closes in document.opening:
            for start in range(opens, closes, LONGEST_OPENING):
                yield SearchOpening(document_id=key, opens=start, closes=min(closes, start + LONGEST_OPENING))
