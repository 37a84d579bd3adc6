"""What every engine promises, and what it answers with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.document import Document
from search.question import Question
from search.request import SearchRequest
from search.response import FacetCount


@dataclass(frozen=True)
class Row:
    """One document found; `id` is that of its `SearchDocument`, `score` grows with relevance."""

    id: int
    kind: str
    object_id: str
    score: float
    distance: float | None


@dataclass(frozen=True, kw_only=True)
class Found:
    """`page` is the last page when a later one was asked for.

    `stand_in` names the engine that answered because the one asked did not.
    """

    rows: Sequence[Row] = ()
    total: int = 0
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    page: int = 1
    pages: int = 1
    stand_in: str = ""


class Engine(Protocol):
    name: str

    def find(self, request: SearchRequest, asked: Question) -> Found: ...

    def titles(self, asked: Question, language: str, n: int) -> Sequence[Row]:
        """The documents whose title answers best."""


class DatabaseEngine(Engine, Protocol):
    """Its words are kept in the same transaction as the tables of `search.models`."""

    def write(self, documents: Mapping[int, Document]) -> None:
        """Keep the words of documents, given by the id of their row, in place of what was kept of them."""

    def forget(self, ids: Iterable[int]) -> None: ...

    def lock(self) -> None:
        """Within a transaction: until its end nobody else writes to the index."""


def facet_counts(counts: Mapping[str, int], selected: Iterable[str]) -> tuple[FacetCount, ...]:
    """Most first; what the reader has chosen is always among them, so that it can be taken back."""
    counts = {**dict.fromkeys(selected, 0), **counts}
    return tuple(FacetCount(value, counts[value]) for value in sorted(counts, key=lambda v: (-counts[v], v)))
