"""Whose row it is: the listings in which a child row is shown, however deep it lies."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from directory.hsds.kinds import KINDS, Kind

BATCH = 2000


class Listed(NamedTuple):
    kind: str
    id: uuid.UUID


def listings_of(kind: Kind, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, set[Listed]]:
    """For every row the listings and terms whose words include its own."""
    wanted = list(set(keys))
    if kind.has_words:
        return {key: {Listed(kind.name, key)} for key in wanted}
    if not kind.owners:
        return {}
    found: dict[uuid.UUID, set[Listed]] = defaultdict(set)
    for start in range(0, len(wanted), BATCH):
        _collect(kind, wanted[start : start + BATCH], found)
    return found


def _collect(kind: Kind, keys: list[uuid.UUID], found: dict[uuid.UUID, set[Listed]]) -> None:
    names = list(kind.owners)
    rows = list(kind.model._base_manager.filter(pk__in=keys).values_list("pk", *names))
    for place, name in enumerate(names, start=1):
        owner = KINDS[kind.owners[name].points_at]
        above = listings_of(owner, {row[place] for row in rows if row[place]})
        for row in rows:
            found[row[0]] |= above.get(row[place], set())


def listings_among(stirred: Mapping[str, set[uuid.UUID]]) -> dict[str, set[uuid.UUID]]:
    """The listings and terms that own any of the rows, by kind."""
    result: dict[str, set[uuid.UUID]] = defaultdict(set)
    for name, keys in stirred.items():
        for owners in listings_of(KINDS[name], keys).values():
            for listed in owners:
                result[listed.kind].add(listed.id)
    return result
