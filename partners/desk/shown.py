"""How the questions of a form stand on the page."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """One question: a field, or the same words in every language side by side."""

    fields: list[Any]

    @property
    def is_pair(self) -> bool:
        return len(self.fields) > 1


@dataclass(frozen=True)
class Row:
    lines: list[Line]
    remove: Any = None


@dataclass(frozen=True)
class Rows:
    name: str
    there: list[Row]
    new: list[Row]
    add: Any
    is_open: bool


@dataclass(frozen=True)
class ShownGroup:
    label: Any
    has_hours: bool
    lines: list[Line]
    rows: list[Rows]
    is_open: bool
