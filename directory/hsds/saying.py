"""A row of the database as the standard says it: the values, as they were spelled where they came in."""

from functools import cache
from typing import Any

from directory.hsds.kinds import KINDS, LINKS, Column, Kind
from directory.hsds.reading import AS_WRITTEN, DRAFT
from directory.hsds.references import DANGLING
from directory.hsds.schemas import PATTERNS
from directory.hsds.selection import Selection
from directory.hsds.values import Misfit, Reader, json_of, number_of, reader, text_of
from directory.models import Attribute

OURS = {"phone": (AS_WRITTEN,)}


class Saying:
    """Says rows of one kind, for tables as text, for JSON as values."""

    def __init__(self, kind: Kind, selection: Selection):
        self.kind = kind
        self._selection = selection
        said = [*kind.schema["required"], *LINKS.get(kind.name, ())[1:]]
        self._required = {name for name in said if name in kind.columns}

    def columns(self) -> list[str]:
        drafts = [DRAFT] if self.kind.has_words and self._selection.drafts else []
        return [*self.kind.columns, *OURS.get(self.kind.name, ()), *drafts]

    def as_cells(self, row: Any) -> dict[str, str]:
        """The columns above, and the unknown ones beside them."""
        said = {
            name: cell for name, column, raw in self._values(row) if (cell := _cell(raw)) or name in self.kind.columns
        }
        return {**said, **self._beside(row, said)}

    def as_json(self, row: Any, *, ours: bool = True) -> dict[str, Any]:
        """Properties in the order of the standard, without blanks; `ours=False` for a mention in another object."""
        said: dict[str, Any] = {}
        for name, column, raw in self._values(row):
            if (ours or column.standard) and (name in self._required or raw not in (None, "")):
                said[name] = _json(raw, column)
        extension = said.get("extension")
        if self.kind.name == "phone" and isinstance(extension, str):
            said["extension"] = int(extension)
        return {**said, **self._beside(row, said)} if ours else said

    def _values(self, row: Any) -> list[tuple[str, Column, Any]]:
        """Each column with its value, or with the spelling it came in."""
        verbatim, dangling = row.extra.get("verbatim", {}), row.extra.get(DANGLING, {})
        blanked = self._selection.blanked(self.kind, row)
        found: list[tuple[str, Column, Any]] = []
        for name, column in self.kind.columns.items():
            value = self._value(row, name, column)
            if name in blanked:
                value = None
            elif value is None and name in dangling:
                value = dangling[name]
            elif name in verbatim and _still_means(self.kind.name, name, verbatim[name], value):
                value = Spelled(verbatim[name], value)
            found.append((name, column, value))
        return found

    def _value(self, row: Any, name: str, column: Column) -> Any:
        value = getattr(row, name)
        if column.points_at and value in self._selection.withheld[column.points_at]:
            return None
        if self.kind.name in LINKS:
            value = _link(row, name, value)
        if name == "extension" and not _is_number(value):
            return None
        return value or 0 if name == "sort_order" else value

    def _beside(self, row: Any, said: dict[str, Any]) -> dict[str, Any]:
        beside = {} if self._selection.public else dict(row.extra.get("columns", {}))
        if self.kind.name == "phone" and row.extension and not _is_number(row.extension):
            beside[AS_WRITTEN] = row.extension
        if self.kind.has_words and not row.live:
            beside[DRAFT] = True
        return {name: value for name, value in beside.items() if name not in said or said[name] in (None, "")}


class Spelled:
    """A value as its source spelled it."""

    def __init__(self, raw: Any, value: Any):
        self.raw = raw
        self.value = value


def _cell(value: Any) -> str:
    if isinstance(value, Spelled):
        return value.raw if isinstance(value.raw, str) else text_of(value.raw)
    return text_of(value)


def _json(value: Any, column: Column) -> Any:
    if not isinstance(value, Spelled):
        return "" if value is None else json_of(value, column)
    if column.is_number:
        # Numbers of JSON have no spelling; only digits beyond what the field holds are worth telling.
        spelled = number_of(value.raw.strip()) if isinstance(value.raw, str) else value.raw
        return plain if (plain := json_of(value.value, column)) == spelled else spelled
    pattern = PATTERNS.get(column.schema.get("format", ""))
    if pattern is not None and not pattern.fullmatch(value.raw):
        return json_of(value.value, column)
    return value.raw


@cache
def _reader_of(kind: str, name: str) -> Reader:
    return reader(KINDS[kind].columns[name])


def _still_means(kind: str, name: str, raw: Any, value: Any) -> bool:
    """Whether the field still holds what the spelling stands for."""
    try:
        return _reader_of(kind, name)(raw)[0] == value
    except Misfit:
        return False


def _is_number(extension: str) -> bool:
    return extension.isascii() and extension.isdigit() and str(int(extension)) == extension


def _link(row: Any, name: str, value: Any) -> Any:
    """An attribute says whose it is by `link_id`; the keys are said only where they add something."""
    if not isinstance(row, Attribute):
        return value
    own = next((parent for parent in Attribute.PARENTS if getattr(row, f"{parent}_id")), "")
    link = row.link_id or (getattr(row, f"{own}_id") if own else None)
    if name == "link_id":
        return link
    if name == "link_entity":
        return value or own
    return None if value == link and name.removesuffix("_id") in Attribute.PARENTS else value
