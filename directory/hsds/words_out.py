"""Translations on the way out: every text of the rows that carry words, with its state."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.locales import source_locale_id
from core.models.words import fingerprint
from directory.hsds.kinds import KINDS, Kind
from directory.hsds.owners import listings_of
from directory.hsds.selection import Selection
from directory.hsds.words import translatable

FIELDS = ("language", "field", "value", "status", "of", "within", "draft")


@dataclass(frozen=True)
class Entry:
    """One text in one language, of a listing or of a row in it."""

    kind: str
    id: uuid.UUID
    values: dict[str, Any]


@cache
def prose_kinds(name: str) -> tuple[str, ...]:
    """The kinds of child rows whose prose a listing's row of words may hold."""
    found: list[str] = []
    waiting = [KINDS[name].model]
    while waiting:
        model = waiting.pop()
        for relation in getattr(model, "prose_of_children", {}):
            child = model._meta.get_field(relation).related_model
            kind = next(kind.name for kind in KINDS.all() if kind.model is child)
            if kind not in found:
                found.append(kind)
                waiting.append(child)
    return tuple(found)


def entries_of(kind: Kind, facts: Iterable[Any], selection: Selection) -> Iterator[Entry]:
    """The translations of listings, in the order of the listings."""
    originals = {row.translation_key: row for row in facts}
    found = kind.model._base_manager.filter(translation_key__in=originals).exclude(locale_id=source_locale_id())
    rows = list(found.select_related("locale").order_by("translation_key", "locale__language_code"))
    children = _children(kind, rows, selection)
    for row in rows:
        yield from _entries(kind, originals[row.translation_key], row, children, selection)


@dataclass(frozen=True)
class _Child:
    kind: str
    row: Any
    shared: bool  # Among several listings, each of which may word it otherwise.


def _children(kind: Kind, rows: list[Any], selection: Selection) -> dict[uuid.UUID, _Child]:
    keys = {uuid.UUID(path.split(".")[0]) for row in rows for path in row.child_words}
    found: dict[uuid.UUID, _Child] = {}
    for name in prose_kinds(kind.name) if keys else ():
        here = KINDS[name].model._base_manager.in_bulk(list(keys))
        owners = listings_of(KINDS[name], here)
        for key, child in here.items():
            if selection.admits(KINDS[name], child):
                found[key] = _Child(name, child, len(owners.get(key, ())) > 1)
    return found


def _entries(
    kind: Kind, original: Any, row: Any, children: dict[uuid.UUID, _Child], selection: Selection
) -> Iterator[Entry]:
    wording = _Wording(row, selection)
    blanked = selection.blanked(kind, original)
    # First: whoever reads the words in portions must not give the row another address meanwhile.
    if row.slug:
        yield Entry(kind.name, original.pk, {"language": wording.language, "field": "slug", "value": row.slug})
    for name in row.word_fields():
        if name not in blanked:
            yield from wording.entry(kind.name, original, name, name)
    for path in sorted(row.child_words):
        key, _dot, name = path.partition(".")
        child = children.get(uuid.UUID(key))
        if child is not None and name in translatable(child.kind):
            within = str(original.pk) if child.shared else ""
            yield from wording.entry(child.kind, child.row, name, path, within=within)


class _Wording:
    """A row of words, text by text."""

    def __init__(self, row: Any, selection: Selection):
        self._row = row
        self._selection = selection
        self.language = row.locale.language_code

    def entry(self, kind: str, original: Any, name: str, path: str, *, within: str = "") -> Iterator[Entry]:
        text, origin = self._row.translated_text(path), self._row.word_states.get(path)
        # Without an origin it is no translation: the English that stands in for a missing one.
        if not text or not origin:
            return
        status, of = _status(origin, fingerprint(getattr(original, name)))
        is_draft = not self._row.live and status != "machine"
        if (is_draft and not self._selection.drafts) or (status == "machine" and self._selection.public):
            return
        values = {"language": self.language, "field": name, "value": text, "status": status, "of": of}
        values |= {"within": within, "draft": is_draft}
        yield Entry(kind, original.pk, {name: value for name, value in values.items() if value})


def _status(origin: dict[str, str], current: str) -> tuple[str, str]:
    """The state, and the mark of the English it was written for where the state does not imply it."""
    of = origin.get("of", "")
    if origin.get("by") == "machine":
        return "machine", "" if of == current else of
    return ("reviewed", "") if of == current else ("outdated", of)


def by_row(entries: Iterable[Entry]) -> dict[uuid.UUID, list[dict[str, Any]]]:
    found: defaultdict[uuid.UUID, list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        found[entry.id].append(entry.values)
    return found
