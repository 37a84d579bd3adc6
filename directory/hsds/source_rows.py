"""What every reader of files hands on: rows of the standard, and translations beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from directory.hsds.problems import Place


@dataclass(slots=True)
class SourceRow:
    kind: str
    raw: dict[str, Any]
    place: Place
    position: int | None = None  # Among its siblings, when the source says so.
    orphaned: bool = False  # What it was nested in has no id.


@dataclass(slots=True)
class SourceTranslation:
    kind: str
    id: str
    raw: dict[str, Any]
    place: Place


@dataclass
class Portion:
    """Rows to be written together, small enough to be held in memory."""

    rows: list[SourceRow] = field(default_factory=list)
    translations: list[SourceTranslation] = field(default_factory=list)
    repeats: bool = False  # Whether a row may come again: nested JSON says the same organization many times.

    def __len__(self) -> int:
        return len(self.rows) + len(self.translations)


class Source(Protocol):
    """Where rows come from; its bytes are told for the progress bar."""

    size: int

    @property
    def done(self) -> int: ...

    def portions(self) -> Iterator[Portion]: ...


class Unreadable(Exception):
    """Nothing of the source can be read; the message says why."""
