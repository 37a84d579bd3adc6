"""What is wrong with an index."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Drift:
    """Ids of one kind by what is wrong with them."""

    missing: frozenset[str]
    outdated: frozenset[str]
    surplus: frozenset[str]

    @classmethod
    def between(cls, wanted: Mapping[str, str], stored: Mapping[str, str]) -> "Drift":
        """Both give the checksum of each id."""
        return cls(
            missing=frozenset(wanted.keys() - stored.keys()),
            outdated=frozenset(each for each in wanted.keys() & stored.keys() if wanted[each] != stored[each]),
            surplus=frozenset(stored.keys() - wanted.keys()),
        )

    def __bool__(self) -> bool:
        return bool(self.missing or self.outdated or self.surplus)
