"""Where features say what can be found. Search imports no feature; features register from `AppConfig.ready`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from search.document import Document

Known = Callable[[frozenset[str]], frozenset[str]]


@dataclass(frozen=True)
class DocumentSource:
    """`load` gives the documents of those ids that are public, and only those.

    `facets` names the facets whose values may come from a query string; each says which of the given values it knows.
    """

    kind: str
    load: Callable[[list[str]], Iterable[Document]]
    all_ids: Callable[[], Iterable[str]]
    facets: Mapping[str, Known] = field(default_factory=dict)


_sources: dict[str, DocumentSource] = {}


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
