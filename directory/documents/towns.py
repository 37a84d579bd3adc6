"""The towns that public listings are in, as places a search may start from."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Avg, Count
from django.utils.text import slugify

from directory.models import Address, Location
from search.request import Point
from search.stamps import VOCABULARY, Kept

MOST = 30
PREFIX = "town-"


@dataclass(frozen=True)
class Town:
    """The middle of its listings; `key` is what stands in the address of a search."""

    key: str
    name: str
    point: Point


def _read() -> dict[str, Town]:
    """Never from a private address: of a single one it would be the middle."""
    shown = Location.objects.public().filter(address_private=False, latitude__isnull=False, longitude__isnull=False)
    rows = Address.objects.filter(location__in=shown).exclude(city="").values("city")
    middles = rows.annotate(number=Count("pk"), up=Avg("location__latitude"), aside=Avg("location__longitude"))
    found = middles.order_by("-number", "city").values_list("city", "up", "aside")[:MOST]
    towns = [Town(f"{PREFIX}{slugify(name)}", name, Point(up, aside, name)) for name, up, aside in found]
    return {town.key: town for town in sorted(towns, key=lambda town: town.name)}


_towns = Kept(VOCABULARY, _read)


def towns() -> Iterable[Town]:
    return _towns().values()


def find_town(key: str) -> Point | None:
    found = _towns().get(key) if key.startswith(PREFIX) else None
    return found.point if found else None
