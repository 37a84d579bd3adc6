"""How many asked for what: never so few that somebody could tell who it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

FEWEST = 5

NamedCounts = tuple[str, list[tuple[str, int | None]]]  # A heading and its lines.


@dataclass(frozen=True)
class Counted:
    """`count` is None where it is hidden."""

    value: str
    count: int | None


def counted_by(letters: QuerySet, field: str) -> list[Counted]:
    rows = letters.order_by().values_list(field).annotate(n=Count("pk")).order_by("-n", field)
    return hide_few([(str(value) if value is not None else "", n) for value, n in rows])


def hide_few(rows: Sequence[tuple[str, int]]) -> list[Counted]:
    """A single hidden number could be had from the total, so that the next smallest is hidden with it."""
    ranked = sorted(rows, key=lambda row: row[1])
    few = [value for value, n in ranked if n < FEWEST]
    if len(few) == 1 and len(ranked) > 1:
        few.append(ranked[1][0])
    return [Counted(value, None if value in few else n) for value, n in rows]
