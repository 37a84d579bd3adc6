"""What PostgreSQL keeps of a document: our tokens with their places and fields, with no parser in between."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from search.document import Document
from search.engines.relational import document_tokens
from search.languages import languages
from search.words_table import FIELDS, HEAD_FIELDS, PARTS, in_order, vector

LABELS = dict(zip(FIELDS, "ABCD", strict=True))
LAST_POSITION = 16_383
MOST_POSITIONS = 255  # Of one word.
MOST_LETTERS = 900_000  # PostgreSQL takes no vector of more than a megabyte.


def found_by(document: Document) -> dict[str, str]:
    """The columns by which a document is found, with every pair of neighbours as a token of its own.

    A phrase is then found by the index alone. Without the pairs PostgreSQL unpacks every text that has all its words:
    two seconds for a hundred ways to say "food bank" among 100,000 services.
    """
    return {
        vector(language, part): _vector(document, language, fields, in_pairs=True)
        for part, fields in PARTS.items()
        for language in in_order(languages())
    }


def weighed_by(document: Document) -> dict[str, str]:
    """The columns by which the heads of very many documents are weighed."""
    return {
        vector(language): _vector(document, language, HEAD_FIELDS, in_pairs=False) for language in in_order(languages())
    }


def pairs(tokens: Sequence[str]) -> list[str]:
    return [f"{one} {other}" for one, other in pairwise(tokens)]


def _vector(document: Document, language: str, fields: Sequence[str], *, in_pairs: bool) -> str:
    places: dict[str, list[str]] = {}
    letters = 0
    for token, place in _placed(document, language, fields, in_pairs=in_pairs):
        letters += len(token) + len(place)
        if letters > MOST_LETTERS:
            break
        places.setdefault(token, []).append(place)
    return " ".join(f"'{token}':{','.join(found[:MOST_POSITIONS])}" for token, found in places.items())


def _placed(document: Document, language: str, fields: Sequence[str], *, in_pairs: bool) -> Iterator[tuple[str, str]]:
    """The single words first: where there is no room for everything, pairs are left out."""
    by_field = [(LABELS[field], document_tokens(document, language, field)) for field in fields]
    for each in (list, pairs) if in_pairs else (list,):
        position = 0
        for label, tokens in by_field:
            start = position + 1
            yield from ((token, f"{min(at, LAST_POSITION)}{label}") for at, token in enumerate(each(tokens), start))
            position += len(tokens) + 1  # No phrase runs from one field into the next.
