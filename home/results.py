"""From hits to result cards, whatever their kind, in the order of the answer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext

from core.languages import Word
from directory.models import Organization, Service
from directory.public.addresses import Addresses
from directory.public.cards import Card, Tag, organization_cards, service_cards
from events.documents import KIND as EVENT
from events.public.elsewhere import search_cards
from events.public.finding import EventCard
from schools.page_documents import page_kinds
from search.response import Hit


def cards_of(hits: Sequence[Hit], addresses: Addresses, now: datetime) -> list[Card]:
    """A fixed number of queries for any number of hits; what left the site since the indexing is left out."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for hit in hits:
        ids[hit.kind].append(hit.object_id)
    miles = {hit.object_id: hit.distance_miles for hit in hits if hit.distance_miles is not None}
    found = {
        "service": _services(ids["service"], addresses, now, miles),
        "organization": _organizations(ids["organization"], addresses),
        **{kind: page_cards(kind, ids[kind], addresses.language) for kind in page_kinds()},
        EVENT: event_cards(ids[EVENT], addresses.language),
    }
    shown = [(hit, found[hit.kind][hit.object_id]) for hit in hits if hit.object_id in found.get(hit.kind, {})]
    return [_with_passage(card, hit, addresses.language) for hit, card in shown]


def _with_passage(card: Card, hit: Hit, language: str) -> Card:
    """What matched, its words marked, tells more than the summary; without a mark the summary is better."""
    if "<mark>" not in hit.highlight or card.kind == EVENT:
        return card
    return replace(card, line=Word(hit.highlight, "" if hit.language == language else hit.language))


def _services(ids: list[str], addresses: Addresses, now: datetime, miles: dict[str, float]) -> dict[str, Card]:
    if not ids:
        return {}
    rows = list(Service.objects.public().for_cards().filter(pk__in=ids))
    near = {row.pk: miles[str(row.pk)] for row in rows if str(row.pk) in miles}
    return _by_id(rows, service_cards(rows, addresses, now, miles=near))


def _organizations(ids: list[str], addresses: Addresses) -> dict[str, Card]:
    if not ids:
        return {}
    rows = list(Organization.objects.public().filter(pk__in=ids))
    return _by_id(rows, organization_cards(rows, addresses))


def page_cards(kind: str, keys: list[str], language: str) -> dict[str, Card]:
    """Pages by translation key: the reader's own language where there is one, else the page in the source language."""
    if not keys:
        return {}
    of_kind = page_kinds()[kind]
    cards = {}
    for model in of_kind.models:
        pages = model._default_manager.live().filter(translation_key__in=keys, locale__language_code=language)
        for page in pages.select_related("locale", "alias_of__locale"):
            lang = "" if page.text_language == language else page.text_language
            cards[str(page.translation_key)] = Card(
                page.url, Word(page.title, lang), Word(page.intro, lang), kind, tag=Tag(str(of_kind.one), of_kind.icon)
            )
    return cards


def event_cards(keys: list[str], language: str) -> dict[str, Card]:
    """Each with its next date and its place."""
    if not keys:
        return {}
    return {key: _event_card(card) for key, card in search_cards(keys, language).items()}


def _event_card(card: EventCard) -> Card:
    when = f"{card.date.near or card.date.day}, {card.date.hours}"
    line = gettext("%(when)s. Cancelled.") % {"when": when} if card.is_cancelled else when
    return Card(
        card.url,
        card.title,
        Word(line),
        EVENT,
        languages=card.languages,
        place=card.place,
        points=card.points,
        tag=Tag(card.kind, page_kinds()[EVENT].icon),
    )


def _by_id(rows: Iterable[Service | Organization], cards: Iterable[Card]) -> dict[str, Card]:
    return {str(row.pk): card for row, card in zip(rows, cards, strict=True)}
