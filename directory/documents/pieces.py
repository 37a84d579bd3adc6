"""What documents are put together from: words that are really in a language, and facts that need none."""

from collections.abc import Iterable
from typing import TypeGuard

from core.languages import Word
from core.spoken import SOURCES_SAY
from directory.models import Location
from directory.public.places import address_lines, physical_address


def own(*words: Word) -> list[str]:
    """Texts in the language asked for; a text standing in for a missing one is left to its own language."""
    return [word.text for word in words if word.text and not word.lang]


def together(*parts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for part in parts for text in part if text))


def is_shown(location: Location | None) -> TypeGuard[Location]:
    return location is not None and location.live and not location.do_not_list


def point(location: Location) -> list[tuple[float, float]]:
    """Nothing for a private address: even a distance would tell where it is."""
    if location.address_private or location.latitude is None or location.longitude is None:
        return []
    return [(location.latitude, location.longitude)]


def town(location: Location) -> list[str]:
    """Town and ZIP; of a private address the town alone."""
    address = physical_address(location)
    if address is None:
        return []
    return [address.city] if location.address_private else [address.city, address.postal_code]


def street(location: Location) -> list[str]:
    return [] if location.address_private else list(address_lines(location))


def language_code(written: str) -> str:
    """One code per language spoken, however its source wrote it: `es` for es, ES_mx and spa."""
    main = written.strip().lower().replace("_", "-").partition("-")[0]
    return SOURCES_SAY.get(main, main)
