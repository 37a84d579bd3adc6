"""Result cards: the facts that decide, in the reader's language, for any list of services or organizations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, ngettext

from core.languages import Word, Words, with_words
from core.spoken import spoken_name
from directory.models import Organization, Service
from directory.public.addresses import Addresses
from directory.public.card_rows import with_card_rows
from directory.public.freshness import is_stale
from directory.public.labels import Label, cost_label, papers_label
from directory.public.located import shown_places
from directory.public.opening import OpeningText, opening_text, today


@dataclass(frozen=True)
class Tag:
    """What kind of thing it is, where that is not help: a word and a drawing."""

    text: str
    icon: str


@dataclass(frozen=True)
class Card:
    url: str
    name: Word
    line: Word
    kind: str
    opening: OpeningText | None = None
    distance: str = ""
    cost: Label | None = None
    papers: Label | None = None
    languages: tuple[str, ...] = ()
    place: str = ""
    stale: bool = False
    tag: Tag | None = None
    points: str = ""  # "36.67,-121.65 36.7,-121.6", for pins on a map.


def service_cards(
    services: Iterable[Service],
    addresses: Addresses,
    now: datetime,
    *,
    miles: Mapping[Any, float] | None = None,
) -> list[Card]:
    """One card per service, in the order given."""
    return [
        _service_card(service, words, addresses, now, (miles or {}).get(service.pk))
        for service, words in with_words(with_card_rows(services), addresses.language)
    ]


def _service_card(service: Service, words: Words, addresses: Addresses, now: datetime, miles: float | None) -> Card:
    return Card(
        url=addresses.service(words),
        name=words.name,
        line=words.summary or first_sentence(words.description),
        kind="service",
        opening=opening_text(service, now),
        distance=distance_text(miles),
        cost=cost_label(service.cost),
        papers=papers_label(service.papers),
        languages=tuple(spoken_name(row.code, row.name) for row in service.languages.all()),
        place=place_text(service),
        points=points_text(service),
        stale=is_stale(service, today(now)),
    )


def organization_cards(organizations: Iterable[Organization], addresses: Addresses) -> list[Card]:
    return [
        Card(
            addresses.organization(words),
            words.name,
            first_sentence(words.description),
            "organization",
            tag=Tag(gettext("Organization"), "organization"),
        )
        for _organization, words in with_words(organizations, addresses.language)
    ]


def place_text(service: Service) -> str:
    """The town, or how many places; a private address never says more than its town."""
    places = [location for _place, location in shown_places(service)]
    towns = {address.city for place in places for address in place.addresses.all()}
    if len(places) > 1:
        return ngettext("%(count)s place", "%(count)s places", len(places)) % {"count": len(places)}
    return next(iter(towns), "")


def points_text(service: Service) -> str:
    """Where its places are; nothing of a private address."""
    places = [location for _place, location in shown_places(service) if not location.address_private]
    found = {(each.latitude, each.longitude) for each in places if None not in (each.latitude, each.longitude)}
    return " ".join(f"{latitude},{longitude}" for latitude, longitude in sorted(found))


def distance_text(miles: float | None) -> str:
    if miles is None:
        return ""
    if miles < 0.1:
        return gettext("very near")
    return gettext("%(miles)s mi") % {"miles": f"{miles:.1f}" if miles < 10 else f"{miles:.0f}"}


def first_sentence(text: Word, limit: int = 160) -> Word:
    """Enough of a text for one line of a list."""
    line = text.text.strip().split("\n", 1)[0]
    sentence = line.split(". ", 1)[0].rstrip(".") + "." if ". " in line else line
    short = sentence if len(sentence) <= limit else sentence[:limit].rsplit(" ", 1)[0] + "…"
    return Word(short, text.lang)
