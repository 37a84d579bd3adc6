"""Listings that may be there twice: the same phone, web page or address, or the same name at nearly the same place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, radians
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from core.context import dialable
from directory.models import Location, Organization, Service
from search.analysis import fold, words

NEAR_MILES = 0.3
MILES_A_DEGREE = 69.0
MOST_ALIKE = 6  # A number that more share is a switchboard's.
EMPTY_WORDS = frozenset(
    {"the", "of", "and", "for", "de", "la", "el", "los", "las", "y", "inc", "center", "centro", "community"}
)
REASONS = {
    "phone": _("the same phone"),
    "page": _("the same web page"),
    "name": _("nearly the same name"),
    "address": _("the same address"),
}
Key = tuple[str, str]  # The reason, and what is the same.


@dataclass(frozen=True)
class Pair:
    one: Any
    other: Any
    reasons: tuple[str, ...]

    @property
    def kind(self) -> str:
        return str(self.one._meta.model_name)

    @property
    def labels(self) -> list[str]:
        return [str(REASONS[reason]) for reason in self.reasons]


def pairs() -> list[Pair]:
    """The more reasons, the earlier."""
    found = [*_pairs(_organizations(), _of_organization), *_pairs(_services(), _of_service)]
    found += _pairs(_locations(), _of_location)
    return sorted(found, key=lambda pair: (-len(pair.reasons), str(pair.one)))


def _pairs(rows: list[Any], keys: Any) -> list[Pair]:
    same: dict[Key, dict[Any, Any]] = defaultdict(dict)
    for row in rows:
        for key in keys(row):
            same[key][row.pk] = row
    reasons: dict[tuple[Any, Any], set[str]] = defaultdict(set)
    for (reason, _value), group in same.items():
        if 1 < len(group) <= MOST_ALIKE:
            for one, other in combinations(sorted(group.values(), key=lambda row: str(row.pk)), 2):
                if reason != "name" or _near(one, other):
                    reasons[one.pk, other.pk].add(reason)
    by_key = {row.pk: row for row in rows}
    return [Pair(by_key[one], by_key[other], tuple(sorted(why))) for (one, other), why in reasons.items()]


def _organizations() -> list[Organization]:
    return list(_listed(Organization).prefetch_related("phones", "locations"))


def _services() -> list[Service]:
    rows = _listed(Service).select_related("organization")
    return list(rows.prefetch_related("phones", "service_at_locations__location"))


def _locations() -> list[Location]:
    return list(_listed(Location).prefetch_related("addresses"))


def _listed(model: Any) -> Any:
    """Drafts of listings that were never public are there, too; what has left the site is not."""
    rows = model.objects.facts().filter(do_not_list=False)
    return rows.exclude(live=False, first_published_at__isnull=False)


def _of_organization(row: Any) -> Iterator[Key]:
    yield from (("phone", number) for number in _phones(row))
    yield from (("page", page) for page in _page(row.website))
    if names := _names(row):
        yield "name", names


def _of_service(row: Any) -> Iterator[Key]:
    """Many give the same help under the same name: it takes more than a name."""
    names = _names(row)
    if not names:
        return
    yield "name", f"{names} {row.organization_id}"
    yield from (("phone", f"{names} {number}") for number in _phones(row))
    yield from (("page", f"{names} {page}") for page in _page(row.url))
    yield from (("address", f"{names} {at.location_id}") for at in row.service_at_locations.all() if at.location_id)


def _of_location(row: Any) -> Iterator[Key]:
    for address in row.addresses.all():
        line = " ".join(fold(found[0]) for found in words(address.address_1))
        if line:
            yield "address", f"{line} {address.postal_code[:5]}"
    if (names := _names(row)) and row.latitude is not None:
        yield "name", names


def _phones(row: Any) -> Iterator[str]:
    for phone in row.phones.all():
        digits = dialable(phone.number).lstrip("+")[-10:]
        if len(digits) == 10:
            yield f"{digits}x{phone.extension}"


def _page(address: str) -> Iterator[str]:
    try:
        parts = urlsplit(address.lower())
    except ValueError:
        return
    if parts.hostname:
        yield f"{parts.hostname.removeprefix('www.')}{parts.path.rstrip('/')}"


def _names(row: Any) -> str:
    return " ".join(sorted({fold(found[0]) for found in words(row.name)} - EMPTY_WORDS))


def _near(one: Any, other: Any) -> bool:
    """Also where nobody knows a place of one of them."""
    ones, others = _points(one), _points(other)
    if not ones or not others:
        return True
    return any(_miles(a, b) <= NEAR_MILES for a in ones for b in others)


def _points(row: Any) -> list[tuple[float, float]]:
    return [(p.latitude, p.longitude) for p in _places(row) if p.latitude is not None and p.longitude is not None]


def _places(row: Any) -> Iterable[Any]:
    if isinstance(row, Location):
        return [row]
    if isinstance(row, Organization):
        return row.locations.all()
    return [at.location for at in row.service_at_locations.all() if at.location]


def _miles(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Flat, which is right enough for a third of a mile."""
    return hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0]))) * MILES_A_DEGREE
