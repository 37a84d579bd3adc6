"""The places one may start from without a ZIP code: the towns of the listings, and what was chosen elsewhere."""

from dataclasses import dataclass

from directory.documents.towns import towns
from search.request import Point


@dataclass(frozen=True)
class Place:
    value: str
    label: str
    chosen: bool


def places(chosen: str, near: Point | None) -> list[Place]:
    """A library or school chosen from the suggestions stands among the towns."""
    found = [Place(town.key, town.name, town.key == chosen) for town in towns()]
    known = any(place.chosen for place in found)
    own = [Place(chosen, near.label, chosen=True)] if chosen and near and near.label and not known else []
    return [*own, *found]
