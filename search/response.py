"""What is answered, the same from every engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from search.notices import Notice
from search.request import SearchRequest


@dataclass(frozen=True)
class Hit:
    """`language` is the one the title and the highlight are in; `highlight` is safe HTML with `mark` elements."""

    key: str
    kind: str
    object_id: str
    language: str
    title: str
    highlight: str
    score: float
    distance_miles: float | None = None


@dataclass(frozen=True)
class FacetCount:
    """How many hits there would be with this value, other groups as chosen."""

    value: str
    count: int


@dataclass(frozen=True)
class Suggestion:
    text: str
    kind: str
    object_id: str
    language: str


@dataclass(frozen=True)
class Wider:
    """Words that mean more than those of the question, and how much they find."""

    text: str
    total: int


@dataclass(frozen=True)
class Nearby:
    """`subjects` are codes of what the question is about, the nearest first."""

    wider: tuple[Wider, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SearchResponse:
    """`page` is the page answered: the last one when a later one was asked for.

    `answered` is what was asked in the end: maybe less than the reader's question was understood to say.
    """

    answered: SearchRequest

    hits: tuple[Hit, ...] = ()
    total: int = 0
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    did_you_mean: str = ""
    notices: tuple[Notice, ...] = ()
    engine: str = ""
    milliseconds: float = 0.0
    page: int = 1
    pages: int = 1
    nearby: Nearby = field(default_factory=Nearby)
