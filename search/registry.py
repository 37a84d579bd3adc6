"""Where features say what can be found. Search imports no feature; features register from `AppConfig.ready`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from search.document import Document
from search.request import Point
from search.sentence import times
from search.sentence.reading import Reader
from search.sentence.sayings import Saying, Sayings

Known = Callable[[frozenset[str]], frozenset[str]]


@dataclass(frozen=True)
class DocumentSource:
    """`load` gives the documents of those ids that are public, and only those.

    `facets` names the facets whose values may come from a query string; each says which of the given values it knows,
    and may add values that go with them. `sayings` are the ways people say such values in a question.
    """

    kind: str
    load: Callable[[list[str]], Iterable[Document]]
    all_ids: Callable[[], Iterable[str]]
    facets: Mapping[str, Known] = field(default_factory=dict)
    sayings: Sayings | None = None


FindPlace = Callable[[str], Point | None]

_sources: dict[str, DocumentSource] = {}
_places: list[FindPlace] = []


def register(source: DocumentSource) -> None:
    _sources[source.kind] = source


def unregister(kind: str) -> None:
    _sources.pop(kind, None)


def source(kind: str) -> DocumentSource | None:
    return _sources.get(kind)


def sources() -> list[DocumentSource]:
    return list(_sources.values())


def kinds() -> frozenset[str]:
    return frozenset(_sources)


def facets() -> dict[str, Known]:
    """Every facet of every source by its name; a name means the same wherever it is used."""
    return {name: known for source in _sources.values() for name, known in source.facets.items()}


def reader() -> Reader:
    """Reads questions with the ways of saying things of all sources."""
    return _reader(tuple(source.sayings for source in _sources.values() if source.sayings), frozenset(facets()))


@lru_cache(8)
def _reader(sayings: tuple[Sayings, ...], facets: frozenset[str]) -> Reader:
    known: Iterable[Saying] = chain(times.sayings(), *(each() for each in sayings))
    return Reader(known, facets)


def register_places(find: FindPlace) -> None:
    """`find` gives the point of a public place by its id, and nothing for a place whose address is private."""
    _places.append(find)


def place(object_id: str) -> Point | None:
    return next((point for find in _places if (point := find(object_id))), None)
