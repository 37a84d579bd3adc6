"""What an import has to say: every problem with its place, and what became of every row."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Place(NamedTuple):
    """Where in the source a row stands: a line of a table, a pointer into JSON, or both."""

    file: str
    line: int | None = None
    pointer: str = ""

    def __str__(self) -> str:
        parts = [self.file, str(self.line) if self.line else "", self.pointer]
        return ":".join(part for part in parts if part)


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Problem:
    place: Place
    field: str
    sentence: str
    refuses: bool  # Else the row is taken and the sentence is a remark.
    value: str = ""  # What stands there, when that helps to find it.

    def __str__(self) -> str:
        about = f"{self.field} “{self.value}”" if self.value else self.field
        return ": ".join(part for part in (str(self.place), about, self.sentence) if part)


class Report:
    """Problems in the order found and the outcome of every row, by kind and id."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.outcomes: defaultdict[str, dict[object, Outcome]] = defaultdict(dict)
        self.nameless: Counter[str] = Counter()  # Rows refused for want of an id, by kind.

    def refuse(self, place: Place, field: str, sentence: str, *, value: str = "") -> None:
        self.problems.append(Problem(place, field, sentence, refuses=True, value=value))

    def remark(self, place: Place, field: str, sentence: str) -> None:
        self.problems.append(Problem(place, field, sentence, refuses=False))

    @property
    def read_anything(self) -> bool:
        return bool(self.nameless) or any(self.outcomes.values())

    def counts(self) -> Iterator[tuple[str, Counter[Outcome]]]:
        for kind in [*self.outcomes, *(kind for kind in self.nameless if kind not in self.outcomes)]:
            counted = Counter(self.outcomes[kind].values())
            counted[Outcome.REFUSED] += self.nameless[kind]
            if counted.total():
                yield kind, counted

    def total(self, outcome: Outcome) -> int:
        return sum(counted[outcome] for _kind, counted in self.counts())
