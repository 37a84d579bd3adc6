"""Nested JSON taken apart: one row per object, each knowing whose it is."""

import uuid
from typing import Any

from django.utils.translation import gettext as _

from directory.hsds.kinds import KINDS, LINKS, Kind, Nested
from directory.hsds.problems import Place, Report
from directory.hsds.schemas import PATTERNS
from directory.hsds.source_rows import Portion, SourceRow, SourceTranslation
from directory.models import Attribute

WORDS_FOR_KINDS = {word for _column, word in LINKS.values()}
OBJECT_TYPE = "object_type"  # Our own lines say what they are where the standard leaves it open.


class Flattening:
    """Takes objects apart for a whole run; the same row met again is told only what it did not say before."""

    def __init__(self, report: Report):
        self._report = report
        self._portion = Portion(repeats=True)
        self._here: dict[tuple[str, str], SourceRow] = {}
        self._owners: dict[int, int] = {}
        self._told: set[int] = set()

    def __len__(self) -> int:
        return len(self._portion)

    def take(self) -> Portion:
        """What has been gathered since the last time."""
        portion, self._portion, self._here = self._portion, Portion(repeats=True), {}
        return portion

    def add(self, kind: Kind, found: Any, place: Place) -> None:
        if isinstance(found, dict):
            self._object(kind, found, place, SourceRow(kind.name, {}, place))
        else:
            self._report.refuse(place, "", _("must be an object in braces."))
            self._report.nameless[kind.name] += 1

    def _object(self, kind: Kind, found: dict[str, Any], place: Place, row: SourceRow) -> None:
        """Fill a row that knows its parent already, then all that is nested in it."""
        plain = {name: value for name, value in found.items() if name not in kind.nested and name != "translations"}
        if plain.get(OBJECT_TYPE) == kind.name:
            del plain[OBJECT_TYPE]
        row.raw = self._joined(_mentions(kind, found) | plain, row.raw, place)
        key = None if row.orphaned else _key(row.raw.get("id"))
        self._keep(row)
        for name, nested in kind.nested.items():
            if found.get(name) is not None:
                self._nested(kind, key, nested, found[name], _below(place, name))
        if key is not None:
            self._translations(kind, key, found.get("translations"), place)

    def _joined(self, said: dict[str, Any], implied: dict[str, Any], place: Place) -> dict[str, Any]:
        """What an object says itself and what follows from where it is nested."""
        for column, value in implied.items():
            if column in WORDS_FOR_KINDS:
                said.setdefault(column, value)
                continue
            if said.get(column) not in (None, "", value):
                self._report.remark(
                    place, column, _("names another row than the one this is nested in; that one counts.")
                )
            said[column] = value
        return said

    def _was_told(self, row: SourceRow) -> bool:
        """Whether the very same was said before: an organization inside each of its services."""
        if any(isinstance(value, list | dict) for value in row.raw.values()):
            return False
        mark = hash((row.kind, *row.raw.items()))
        if mark in self._told:
            return True
        self._told.add(mark)
        return False

    def _keep(self, row: SourceRow) -> None:
        if self._was_told(row):
            return
        known = self._here.get((row.kind, str(row.raw.get("id", "")).lower()))
        if known is None or not row.raw.get("id"):
            self._portion.rows.append(row)
            self._here[row.kind, str(row.raw.get("id", "")).lower()] = row
            return
        for name, value in row.raw.items():
            if known.raw.get(name) in (None, ""):
                known.raw[name] = value
            elif known.raw[name] != value and value not in (None, ""):
                self._report.remark(row.place, name, said_otherwise(known.place))

    def _nested(self, parent: Kind, key: str | None, nested: Nested, found: Any, place: Place) -> None:
        kind = KINDS[nested.kind]
        if not isinstance(found, list if nested.many else dict):
            self._report.refuse(place, "", _("must be a list.") if nested.many else _("must be an object in braces."))
        elif nested.many:
            for number, item in enumerate(found):
                self._child(
                    parent, key, nested, item, Place(place.file, place.line, f"{place.pointer}/{number}"), number
                )
        else:
            self.add(kind, found, place)

    def _child(self, parent: Kind, key: str | None, nested: Nested, found: Any, place: Place, number: int) -> None:
        kind = KINDS[nested.kind]
        if not isinstance(found, dict):
            self.add(kind, found, place)
            return
        row = SourceRow(kind.name, {}, place, position=number, orphaned=key is None)
        if key is not None:
            row.raw = {nested.column: key, **_link(kind, parent, key)}
            found = self._own_copy(kind, nested.column, key, found, place)
        self._object(kind, found, place, row)

    def _own_copy(self, kind: Kind, column: str, owner: str, found: dict[str, Any], place: Place) -> dict[str, Any]:
        """The same id under a second owner of the same kind becomes a row of its own: a row has one owner of a kind."""
        key = _key(found.get("id"))
        if not kind.is_child or key is None:
            return found
        first = self._owners.setdefault(hash((kind.name, key.lower(), column)), hash(owner.lower()))
        if first == hash(owner.lower()):
            return found
        copy = str(uuid.uuid5(uuid.UUID(key), owner.lower()))
        self._report.remark(
            place, "id", _("belongs to another row already; a copy with the id %(id)s was made.") % {"id": copy}
        )
        return {**found, "id": copy}

    def _translations(self, kind: Kind, key: str, found: Any, place: Place) -> None:
        if found is None:
            return
        place = _below(place, "translations")
        if not isinstance(found, list) or any(not isinstance(entry, dict) for entry in found):
            self._report.refuse(place, "", _("must be a list."))
            return
        for number, entry in enumerate(found):
            where = Place(place.file, place.line, f"{place.pointer}/{number}")
            self._portion.translations.append(SourceTranslation(kind.name, key, entry, where))


def _key(found: Any) -> str | None:
    return found if isinstance(found, str) and PATTERNS["uuid"].fullmatch(found) else None


def _mentions(kind: Kind, found: dict[str, Any]) -> dict[str, Any]:
    """The keys that follow from objects nested whole: a service's organization."""
    ones = [nested for nested in kind.nested.values() if not nested.many and isinstance(found.get(nested.name), dict)]
    return {nested.column: key for nested in ones if (key := _key(found[nested.name].get("id")))}


def said_otherwise(place: Place) -> str:
    return _("was said otherwise at %(place)s; the first counts.") % {"place": place}


def _below(place: Place, name: str) -> Place:
    return Place(place.file, place.line, f"{place.pointer}/{name}")


def _link(kind: Kind, parent: Kind, key: str) -> dict[str, str]:
    if kind.name not in LINKS:
        return {}
    link = {LINKS[kind.name][1]: parent.name}
    return link | {f"{parent.name}_id": key} if kind.model is Attribute and parent.name in Attribute.PARENTS else link
