"""Real ZIP codes of a state, so that distances mean something."""

from dataclasses import dataclass
from typing import Any

import zipcodes


@dataclass(frozen=True)
class Town:
    name: str
    zip: str
    state: str
    latitude: float
    longitude: float
    area_code: str


def towns_of(state: str) -> list[Town]:
    """One per ZIP code where people live; those without a position or an area code are left out."""
    rows = zipcodes.filter_by(state=state, zip_code_type="STANDARD", active=True)
    return [_town(row) for row in rows if float(row["lat"]) and row["area_codes"]]


def _town(row: dict[str, Any]) -> Town:
    return Town(
        name=row["city"],
        zip=row["zip_code"],
        state=row["state"],
        latitude=float(row["lat"]),
        longitude=float(row["long"]),
        area_code=row["area_codes"][0],
    )
