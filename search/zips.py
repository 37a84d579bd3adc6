"""Where a ZIP code is, without asking anybody: a table that comes with the `zipcodes` package."""

import re
from functools import lru_cache

import zipcodes

from search.request import Point

_ZIP = re.compile(r"([0-9]{5})(?:-[0-9]{4})?")  # Other digits than these make the table's compiled code panic.


@lru_cache(4096)
def point_of_zip(text: str) -> Point | None:
    """The middle of a ZIP area; None for anything that is not a ZIP code of the United States."""
    written = _ZIP.fullmatch(text.strip())
    found = zipcodes.matching(written[1]) if written else []
    if not found or not found[0]["lat"] or not found[0]["long"]:
        return None
    return Point(float(found[0]["lat"]), float(found[0]["long"]), found[0]["zip_code"])
