"""The judged queries, from `queries/*.toml`; the head of `food.toml` says how they were judged."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

QUERIES = Path(__file__).parent / "queries"


@dataclass(frozen=True, kw_only=True)
class Judged:
    """`grades` by the demo's key of a service, 3 for exactly it, absent for not relevant."""

    text: str
    language: str
    half: str
    shape: str
    needs: frozenset[str]
    grades: Mapping[str, int]


def judged(half: str = "") -> list[Judged]:
    """All queries, or those of one half: `tune` or `report`."""
    found = [
        _read(query) for path in sorted(QUERIES.glob("*.toml")) for query in tomllib.loads(path.read_text())["query"]
    ]
    return [query for query in found if half in ("", query.half)]


def _read(query: dict) -> Judged:
    return Judged(
        text=query["text"],
        language=query["language"],
        half=query["half"],
        shape=query["shape"],
        needs=frozenset(query["needs"]),
        grades=query.get("relevant", {}),
    )
