"""Which documents are open in a span of minutes, as sets of their numbers."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection
from pyroaring import BitMap

from search.engines.sql import Sql, joined, minutes, numbered, opened
from search.opening import Span
from search.stamps import VOCABULARY, current

MOST_KEPT = 50

Minutes = tuple[int, int]


def open_in(spans: Mapping[str, Span], base: BitMap, *, few: int) -> dict[str, BitMap]:
    """By the names of spans; of a `base` that is not large nothing else is read."""
    if not base:
        return {name: BitMap() for name in spans}
    wanted = {name: minutes(*span) for name, span in spans.items()}
    found = _read(wanted.values(), tuple(base)) if len(base) <= few else _of_everything(wanted.values())
    return {name: found[each] for name, each in wanted.items()}


class _OfEverything:
    """Reading the hours of a hundred thousand documents takes long, and many ask within a minute.

    Kept until the index changes; a rebuild renews the stamp at its end only, so that counts may be a minute late.
    """

    def __init__(self) -> None:
        self._kept: tuple[str, dict[Minutes, BitMap]] = ("", {})

    def __call__(self, wanted: Iterable[Minutes]) -> Mapping[Minutes, BitMap]:
        stamp, wanted = current(VOCABULARY), set(wanted)
        kept = self._kept[1] if self._kept[0] == stamp and len(self._kept[1]) < MOST_KEPT else {}
        missing = wanted - kept.keys()
        sets = {**kept, **(_read(missing) if missing else {})}
        self._kept = (stamp, sets)
        return sets


_of_everything = _OfEverything()


def _read(wanted: Iterable[Minutes], among: tuple[int, ...] = ()) -> dict[Minutes, BitMap]:
    spans = sorted(set(wanted))
    only = Sql("AND") + numbered("document_id", among) if among else Sql("")
    found: list[list[int]] = [[] for _span in spans]
    for at, document in _fetch(joined(" UNION ALL ", (_open(at, *span) + only for at, span in enumerate(spans)))):
        found[at].append(document)
    return {span: BitMap(documents) for span, documents in zip(spans, found, strict=True)}


def _open(at: int, first: int, last: int) -> Sql:
    return Sql(f"SELECT DISTINCT {at}, document_id FROM") + opened(first, last)


def _fetch(statement: Sql) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.text, statement.params)
        return cursor.fetchall()
