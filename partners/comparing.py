"""What a proposal changes, and how it stands now that others may have changed the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from partners.values import Values, is_row, of_row, value_in

GONE = None  # Of a row: take it away.
Row = dict[str, Any]  # Of a new row: its values by their paths inside it.


class Standing(StrEnum):
    CLEAN = "clean"  # Nobody has touched it since.
    DONE = "done"  # The public reads it so already.
    CONFLICT = "conflict"  # Somebody has changed it to something else, or has taken its row away.


@dataclass(frozen=True)
class Difference:
    """`base` is what the proposer had before them, `current` what the public reads now."""

    path: str
    base: Any
    current: Any
    proposed: Any

    @property
    def standing(self) -> Standing:
        if self.current == self.proposed:
            return Standing.DONE
        return Standing.CLEAN if self.current == self.base else Standing.CONFLICT


def changes_between(base: Mapping[str, Any], wanted: Mapping[str, Any]) -> Values:
    """Only what differs. A new row is one change with all its values, a row that is gone one without any."""
    return dict(_changes(base, wanted))


def _changes(base: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    there = {path for path in {**base, **wanted} if is_row(path)}
    new = {path for path in there if path in wanted and path not in base}
    gone = {path for path in there if path in base and path not in wanted}
    for path in (*base, *(path for path in wanted if path not in base)):
        if _above(path, new | gone):
            continue
        if path in new:
            yield path, row_in(wanted, path)
        elif path in gone:
            yield path, GONE
        elif value_in(base, path) != value_in(wanted, path):
            yield path, value_in(wanted, path)


def row_in(values: Mapping[str, Any], path: str) -> Row | None:
    """All values inside a row, empty ones left out; None where there is no such row."""
    if path not in values:
        return GONE
    inside = f"{path}/"
    return {
        name.removeprefix(inside): value for name, value in values.items() if name.startswith(inside) and value != ""
    }


def differences(base: Mapping[str, Any], current: Mapping[str, Any], changes: Mapping[str, Any]) -> list[Difference]:
    return [
        Difference(path, _shown(base, path, change), _shown(current, path, change), change)
        for path, change in changes.items()
    ]


def _shown(values: Mapping[str, Any], path: str, change: Any) -> Any:
    """Rows are compared as wholes; a value whose row is gone is gone with it, which is not the same as empty."""
    if is_row(path):
        return row_in(values, path)
    row = of_row(path)
    return GONE if row and row not in values else value_in(values, path)


def _above(path: str, rows: set[str]) -> bool:
    parts = path.split("/")
    return any("/".join(parts[:length]) in rows for length in range(2, len(parts), 2))
