"""Rows put together again as nested objects, a batch at a time and with a fixed number of queries per batch."""

import uuid
from collections import defaultdict
from functools import cached_property
from typing import Any, TypeAlias

from directory.hsds.kinds import KINDS, Kind, Nested
from directory.hsds.saying import Saying
from directory.hsds.selection import Selection
from directory.hsds.words_out import by_row, entries_of

# Told in full in one place only; elsewhere they are mentioned with the values of the standard.
MENTIONED = {"organization", "program", "taxonomy", "taxonomy_term", "unit"}
MENTIONED_IN_LISTS = {("organization", "location")}
LEFT_OUT = {("organization", "services"), ("service_at_location", "service")}


Words: TypeAlias = dict[uuid.UUID, list[dict[str, Any]]]


class Nesting:
    def __init__(self, selection: Selection):
        self._selection = selection
        self._sayings: dict[str, Saying] = {}

    def saying(self, kind: Kind) -> Saying:
        if kind.name not in self._sayings:
            self._sayings[kind.name] = Saying(kind, self._selection)
        return self._sayings[kind.name]

    def whole(self, kind: Kind, rows: list[Any]) -> list[dict[str, Any]]:
        """The objects of the rows with everything that is theirs, translations included."""
        words: Words = {}
        if kind.has_words:
            words = by_row(entries_of(kind, rows, self._selection))
        return self._objects(kind, rows, words)

    def _objects(self, kind: Kind, rows: list[Any], words: Words) -> list[dict[str, Any]]:
        saying = self.saying(kind)
        found = {row.pk: saying.as_json(row) for row in rows}
        for nested in kind.nested.values():
            if (kind.name, nested.name) in LEFT_OUT:
                continue
            if nested.many:
                self._add_many(kind, nested, found, words)
            else:
                self._add_one(nested, rows, found, words)
        for key, said in found.items():
            if key in words:
                said["translations"] = words[key]
        return [found[row.pk] for row in rows]

    def _add_many(
        self,
        kind: Kind,
        nested: Nested,
        found: dict[uuid.UUID, dict[str, Any]],
        words: Words,
    ) -> None:
        child = KINDS[nested.kind]
        if child.name in self._absent:
            return
        column = nested.column
        theirs = self._selection.rows(child).filter(**{f"{column}__in": list(found)}).order_by(*_order(child))
        rows = [row for row in theirs if self._selection.admits(child, row)]
        if (kind.name, child.name) in MENTIONED_IN_LISTS:
            said = [self.saying(child).as_json(row, ours=False) for row in rows]
        else:
            said = self._objects(child, rows, words)
        lists: defaultdict[uuid.UUID, list[dict[str, Any]]] = defaultdict(list)
        for row, entry in zip(rows, said, strict=True):
            lists[getattr(row, column)].append(entry)
        for key, entries in lists.items():
            found[key][nested.name] = entries

    def _add_one(
        self,
        nested: Nested,
        rows: list[Any],
        found: dict[uuid.UUID, dict[str, Any]],
        words: Words,
    ) -> None:
        kind = KINDS[nested.kind]
        keys = {key for row in rows if (key := getattr(row, nested.column))}
        targets = [row for row in self._selection.rows(kind).filter(pk__in=keys) if self._selection.admits(kind, row)]
        if kind.name in MENTIONED:
            said = [self.saying(kind).as_json(row, ours=False) for row in targets]
        else:
            words = {**words, **by_row(entries_of(kind, targets, self._selection))}
            said = self._objects(kind, targets, words)
        objects = {row.pk: entry for row, entry in zip(targets, said, strict=True)}
        for row in rows:
            if (key := getattr(row, nested.column)) in objects:
                found[row.pk][nested.name] = objects[key]

    @cached_property
    def _absent(self) -> set[str]:
        """Kinds of which there is nothing at all: not worth a query per batch and place."""
        return {kind.name for kind in KINDS.all() if not self._selection.rows(kind).exists()}


def _order(kind: Kind) -> tuple[str, ...]:
    return ("sort_order", "pk") if kind.is_child else ("pk",)
