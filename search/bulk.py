"""Many rows at once, without a model instance for each."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Model

VALUES = 8_000  # In one statement; SQLite takes 32,766, and longer statements are no faster.


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], ending: str = "") -> None:
    """`ending` is SQL of ours, what to do about rows that are there already."""
    names = ", ".join(columns)
    row_marks = f"({', '.join(['%s'] * len(columns))})"
    remaining = iter(rows)
    with connection.cursor() as cursor:
        while batch := list(islice(remaining, VALUES // len(columns))):
            marks = ", ".join([row_marks] * len(batch))
            values = [value for row in batch for value in row]
            cursor.execute(f"INSERT INTO {model._meta.db_table} ({names}) VALUES {marks} {ending}", values)  # noqa: S608  no text of a reader's
