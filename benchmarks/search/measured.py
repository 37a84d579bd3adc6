"""What was measured, and the file it is kept in for the table, the rules and the plot."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

FILE = Path(__file__).parent / "measured.json"
ENGINES = ("sqlite", "postgresql", "elasticsearch")
FORGETFUL = "elasticsearch that remembers no counts"


@dataclass(frozen=True)
class Figures:
    """Milliseconds, and answers a second where they were counted."""

    p50: float
    p95: float
    per_second: float | None = None


@dataclass(frozen=True)
class Measured:
    """One shape of question; `by` has ours, bare and, where it was asked, wagtail."""

    key: str
    name: str
    by: dict[str, Figures]

    @property
    def over_bare(self) -> float:
        return self.by["ours"].p50 / self.by["bare"].p50

    @property
    def under_wagtail(self) -> float | None:
        return self.by["wagtail"].p50 / self.by["ours"].p50 if "wagtail" in self.by else None


@dataclass(frozen=True)
class Run:
    engine: str
    services: int
    documents: int
    machine: str
    load_after: float
    wagtail_rows: int = 0  # Fewer than documents where its index was not filled to the end.
    shapes: list[Measured] = field(default_factory=list)

    def shape(self, key: str) -> Measured | None:
        return next((each for each in self.shapes if each.key == key), None)


def kept() -> list[Run]:
    found = json.loads(FILE.read_text()) if FILE.exists() else []
    return sorted(map(_read, found), key=lambda run: ((*ENGINES, FORGETFUL).index(run.engine), run.services))


def keep(run: Run) -> None:
    """In place of an earlier one of the same engine and size."""
    others = [each for each in kept() if (each.engine, each.services) != (run.engine, run.services)]
    FILE.write_text(json.dumps([asdict(each) for each in (*others, run)], indent=1) + "\n")


def of_engine(engine: str) -> Iterator[Run]:
    return (run for run in kept() if run.engine == engine)


def _read(run: dict) -> Run:
    shapes = [
        Measured(each["key"], each["name"], {who: Figures(**figures) for who, figures in each["by"].items()})
        for each in run["shapes"]
    ]
    return Run(**{**run, "shapes": shapes})
