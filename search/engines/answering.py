"""Which documents answer, and how many of them each facet value has: arithmetic with sets of their numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pyroaring import BitMap

from search.engines.base import facet_counts
from search.request import SearchRequest
from search.response import FacetCount


@dataclass(frozen=True)
class Answering:
    """The documents that answer, before and after the choices among facets, and the documents of each value."""

    base: BitMap
    chosen: Mapping[str, BitMap]
    sets: Mapping[str, Mapping[str, BitMap]]

    @cached_property
    def picked(self) -> BitMap:
        return self.without("")

    def without(self, name: str) -> BitMap:
        """What answers when the choice in one facet is left out."""
        return BitMap.intersection(self.base, *(members for other, members in self.chosen.items() if other != name))

    def facets(self, request: SearchRequest) -> dict[str, tuple[FacetCount, ...]]:
        found = {}
        for name in request.facets:
            answering = self.without(name) if name in self.chosen else self.picked
            counts = {value: answering.intersection_cardinality(members) for value, members in self.sets[name].items()}
            left = {value: count for value, count in counts.items() if count}
            found[name] = facet_counts(left, request.groups.get(name, ()))
        return found
