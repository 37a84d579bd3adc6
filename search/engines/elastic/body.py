"""A document as the server keeps it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from search.analysis import WORD, fold, mark
from search.document import Document
from search.engines.elastic.mapping import alphabet, words
from search.engines.relational import document_tokens
from search.languages import languages
from search.words_table import FIELDS

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def body(key: int, document: Document) -> dict[str, Any]:
    """`key` is the id of the document's row, which is also its id on the server."""
    opening = [(opens, closes) for opens, closes in document.opening if opens < closes]
    return {
        **_texts(document),
        "id": key,
        "kind": document.kind,
        "object_id": document.object_id,
        "checksum": document.checksum,
        "subjects": [mark(subject) for subject in document.subjects],
        "updated": (document.updated - _EPOCH) // timedelta(microseconds=1),
        "places": [{"lat": latitude, "lon": longitude} for latitude, longitude in sorted(set(document.places))],
        "opening": [{"gte": opens, "lt": closes} for opens, closes in opening],
        "opens": [opens for opens, _closes in opening],
        "closes": [closes for _opens, closes in opening],
        "facets": {name: sorted(set(values)) for name, values in document.facets.items() if values},
    }


def _texts(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for language in languages():
        for field in FIELDS:
            if tokens := document_tokens(document, language, field):
                found[words(language, field)] = " ".join(tokens)
    for language, text in document.texts.items():
        if sorted_by := " ".join(map(fold, WORD.findall(text.title)))[:100]:
            found[alphabet(language)] = sorted_by
    return found
