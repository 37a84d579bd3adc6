"""Where a ZIP code is, without asking anybody: a table that comes with the `zipcodes` package."""

import re
from functools import lru_cache
from typing import Any

import zipcodes

from search.analysis import fold
from search.request import Point

_ZIP = re.compile(r"([0-9]{5})(?:-[0-9]{4})?")  # Other digits than these make the table's compiled code panic.


def point_of_zip(text: str) -> Point | None:
    """The middle of a ZIP area; None for anything that is not a ZIP code of the United States."""
    found = _row(text)
    if not found or not found["lat"] or not found["long"]:
        return None
    return Point(float(found["lat"]), float(found["long"]), found["zip_code"])


def names_of_zip(text: str) -> tuple[str, ...]:
    """The town and the county a ZIP code lies in."""
    found = _row(text)
    return tuple(filter(None, (found["city"], found["county"]))) if found else ()


@lru_cache(1)
def all_names() -> frozenset[str]:
    """Every town and county that has a ZIP code, in small letters; the table knows no accents."""
    return frozenset(name.lower() for row in zipcodes.list_all() for name in (row["city"], row["county"]) if name)


def folded(name: str) -> str:
    return " ".join(filter(None, map(fold, name.split())))


@lru_cache(4096)
def _row(text: str) -> dict[str, Any] | None:
    written = _ZIP.fullmatch(text.strip())
    found = zipcodes.matching(written[1]) if written else []
    return found[0] if found else None
