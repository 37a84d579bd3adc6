"""Listings that may be there twice: the same phone, the same web page, or the same name at nearly the same place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, radians
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from core.context import dialable
from directory.models import Organization
from search.analysis import fold, words

NEAR_MILES = 0.3
MILES_A_DEGREE = 69.0
MOST_ALIKE = 6  # A number that more share is a switchboard's.
EMPTY_WORDS = frozenset(
    {"the", "of", "and", "for", "de", "la", "el", "los", "las", "y", "inc", "center", "centro", "community"}
)
REASONS = {"phone": _("the same phone"), "page": _("the same web page"), "name": _("nearly the same name")}


@dataclass(frozen=True)
class Pair:
    one: Organization
    other: Organization
    reasons: tuple[str, ...]

    @property
    def labels(self) -> list[str]:
        return [str(REASONS[reason]) for reason in self.reasons]


def pairs() -> list[Pair]:
    """Of organizations; the more reasons, the earlier."""
    rows = list(Organization.objects.facts().filter(do_not_list=False).prefetch_related("phones", "locations"))
    reasons: dict[tuple[Any, Any], set[str]] = defaultdict(set)
    for reason, keys in (("phone", _phones), ("page", _pages), ("name", _names)):
        for one, other in _alike(rows, keys):
            if reason != "name" or _near(one, other):
                reasons[one.pk, other.pk].add(reason)
    by_key = {row.pk: row for row in rows}
    found = [Pair(by_key[one], by_key[other], tuple(sorted(why))) for (one, other), why in reasons.items()]
    return sorted(found, key=lambda pair: (-len(pair.reasons), str(pair.one)))


def _alike(rows: Iterable[Organization], keys: Any) -> Iterator[tuple[Organization, Organization]]:
    same: dict[str, dict[Any, Organization]] = defaultdict(dict)
    for row in rows:
        for key in keys(row):
            same[key][row.pk] = row
    for group in same.values():
        if 1 < len(group) <= MOST_ALIKE:
            yield from combinations(sorted(group.values(), key=lambda row: str(row.pk)), 2)


def _phones(row: Any) -> Iterator[str]:
    for phone in row.phones.all():
        digits = dialable(phone.number).lstrip("+")[-10:]
        if len(digits) == 10:
            yield f"{digits}x{phone.extension}"


def _pages(row: Any) -> Iterator[str]:
    try:
        parts = urlsplit(row.website.lower())
    except ValueError:
        return
    if parts.hostname:
        yield f"{parts.hostname.removeprefix('www.')}{parts.path.rstrip('/')}"


def _names(row: Any) -> Iterator[str]:
    names = {fold(found[0]) for found in words(row.name)} - EMPTY_WORDS
    if names:
        yield " ".join(sorted(names))


def _near(one: Any, other: Any) -> bool:
    """Also where nobody knows a place of one of them."""
    ones, others = _points(one), _points(other)
    if not ones or not others:
        return True
    return any(_miles(a, b) <= NEAR_MILES for a in ones for b in others)


def _points(row: Any) -> list[tuple[float, float]]:
    places = row.locations.all()
    return [(p.latitude, p.longitude) for p in places if p.latitude is not None and p.longitude is not None]


def _miles(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Flat, which is right enough for a third of a mile."""
    return hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0]))) * MILES_A_DEGREE
