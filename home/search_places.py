"""The places a search may start from without a ZIP code: towns, schools, and what was chosen elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from directory.documents.towns import towns
from schools.places import schools_to_start_from
from search.request import Point


@dataclass(frozen=True)
class Place:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Places:
    label: str
    places: tuple[Place, ...]


def places(chosen: str, near: Point | None, language: str) -> list[Places]:
    """In groups; a library chosen from the suggestions stands before the towns."""
    of_towns = _places(((town.key, town.name) for town in towns()), chosen)
    of_schools = _places(schools_to_start_from(language), chosen)
    known = any(place.chosen for place in (*of_towns, *of_schools))
    own = (Place(chosen, near.label, chosen=True),) if chosen and near and near.label and not known else ()
    groups = (Places(gettext("Towns"), (*own, *of_towns)), Places(gettext("Schools"), of_schools))
    return [group for group in groups if group.places]


def _places(named: Iterable[tuple[str, str]], chosen: str) -> tuple[Place, ...]:
    return tuple(Place(key, name, key == chosen) for key, name in named)
