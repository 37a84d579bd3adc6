"""Which documents have which facet value, as compressed sets of their numbers: counting becomes set arithmetic.

A set per facet and value, kept in the transaction that writes the documents. Counting the values of a hundred thousand
hits by joining rows takes a second; with these it takes some milliseconds (`benchmarks/search`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from django.db import connection
from pyroaring import BitMap

from search.bulk import insert
from search.models import SearchBitmap, SearchFacet

BATCH = 2000
WRITE_OVER = "ON CONFLICT (name, value) DO UPDATE SET members = excluded.members"

FacetValue = tuple[str, str]


Sets = dict[str, dict[str, BitMap]]  # By name and value.


def of_facets(names: Iterable[str], groups: Mapping[str, frozenset[str]] | None = None) -> Sets:
    """The sets of all values of some facets, and of some values of others, in one query."""
    found: Sets = {name: {} for name in names}
    conditions, params = [], []
    if found:
        conditions.append(f"name IN ({_places(found)})")
        params += list(found)
    for name, values in (groups or {}).items():
        if name not in found and values:
            conditions.append(f"name = %s AND value IN ({_places(values)})")
            params += [name, *values]
    if not conditions:
        return found
    # Sent as it is: every search asks it, and building the query takes longer than answering it.
    with connection.cursor() as cursor:
        table, wanted = SearchBitmap._meta.db_table, " OR ".join(conditions)
        cursor.execute(f"SELECT name, value, members FROM {table} WHERE {wanted}", params)  # noqa: S608  parameters
        for name, value, members in cursor.fetchall():
            found.setdefault(name, {})[value] = BitMap.deserialize(bytes(members))
    return found


def _places(values: Collection[str]) -> str:
    return ", ".join(["%s"] * len(values))


def add(values: Iterable[tuple[int, str, str]]) -> None:
    """(document, name, value) of documents just written."""
    change({}, _grouped(values))


def take_out(documents: Iterable[int]) -> None:
    """Forget documents; call it before their facets are deleted."""
    rows = SearchFacet.objects.filter(document__in=list(documents)).values_list("document_id", "name", "value")
    change(_grouped(rows.iterator(BATCH)), {})


def change(gone: Mapping[FacetValue, BitMap], new: Mapping[FacetValue, BitMap]) -> None:
    """Write every set that differs, in as few statements as there are thousands of them."""
    keys = {*gone, *new}
    sets = dict(_stored(keys))
    for key in keys:
        sets[key] = (sets.get(key, BitMap()) - gone.get(key, BitMap())) | new.get(key, BitMap())
    rows = ((name, value, members.serialize()) for (name, value), members in sorted(sets.items()))
    insert(SearchBitmap, ("name", "value", "members"), rows, WRITE_OVER)


def _stored(keys: set[FacetValue]) -> Iterator[tuple[FacetValue, BitMap]]:
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in keys:
        by_name[name].append(value)
    for name, values in by_name.items():
        for value, members in SearchBitmap.objects.filter(name=name, value__in=values).values_list("value", "members"):
            yield (name, value), BitMap.deserialize(bytes(members))


def _grouped(values: Iterable[tuple[int, str, str]]) -> dict[FacetValue, BitMap]:
    found: defaultdict[FacetValue, BitMap] = defaultdict(BitMap)
    for document, name, value in values:
        found[name, value].add(document)
    return dict(found)
