"""What is asked: a question as plain values, the same for every engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Sort = Literal["best", "nearest", "open", "newest"]
SORTS: tuple[Sort, ...] = ("best", "nearest", "open", "newest")
KIND = "kind"  # Every document carries its kind as a facet of this name.
HOURS = "hours"  # The facet of what is usually open in the evening, at weekends and so on, if a feature has it.
# Groups of `Understood` that are no facets.
OPEN, ZIP, NEAR_ME = "open", "zip", "near_me"


@dataclass(frozen=True)
class Point:
    latitude: float
    longitude: float
    label: str = ""


@dataclass(frozen=True)
class Understood:
    """Words of a question that were taken for a filter: `group` and `value` say which."""

    words: str
    group: str
    value: str

    @property
    def values(self) -> frozenset[str]:
        """Several where any of them will do: "cheap" is `free|sliding`."""
        return frozenset(self.value.split("|"))


@dataclass(frozen=True, kw_only=True)
class SearchRequest:
    """`filters` hold between groups together, within a group any value will do.

    `open_at` alone asks what is open at that moment; with `open_until` what is open at any time from then until then.
    The words in `understood` are no longer in `text`. If nothing is found, `instead` is asked.
    """

    language: str
    text: str = ""
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    near: Point | None = None
    within_miles: float | None = None
    open_at: datetime | None = None
    open_until: datetime | None = None
    kinds: frozenset[str] = frozenset()
    sort: Sort = "best"
    page: int = 1
    per_page: int = 20
    facets: tuple[str, ...] = ()
    understood: tuple[Understood, ...] = ()
    instead: "SearchRequest | None" = None

    @property
    def groups(self) -> dict[str, frozenset[str]]:
        """The filters that choose something, the kinds among them."""
        groups = {**self.filters, KIND: self.kinds} if self.kinds else dict(self.filters)
        return {name: values for name, values in groups.items() if values}
