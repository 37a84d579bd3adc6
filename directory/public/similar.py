"""Other services that answer the same need, near the same place."""

from core.languages import with_words
from directory.models import Service
from directory.public.addresses import Addresses
from directory.public.cards import Card, distance_text
from directory.public.located import shown_places
from search.request import Point, SearchRequest
from search.response import Hit
from search.service import search

MOST = 4


def similar_services(service: Service, addresses: Addresses) -> list[Card]:
    """By the exact needs of the service; nearest first where its own place may be known."""
    terms = (row.taxonomy_term for row in service.attributes.all())
    needs = frozenset(term.code or str(term.pk) for term in terms if term)
    if not needs:
        return []
    near = _point(service)
    request = SearchRequest(
        language=addresses.language,
        filters={"need": needs},
        kinds=frozenset({"service"}),
        near=near,
        sort="nearest" if near else "best",
        per_page=MOST + 1,
    )
    hits = [hit for hit in search(request).hits if hit.object_id != str(service.pk)][:MOST]
    return _cards(hits, addresses)


def _point(service: Service) -> Point | None:
    for _place, location in shown_places(service):
        if not location.address_private and location.latitude is not None and location.longitude is not None:
            return Point(location.latitude, location.longitude)
    return None


def _cards(hits: list[Hit], addresses: Addresses) -> list[Card]:
    """Name, line and distance: whoever wants the other facts opens the page."""
    rows = Service.objects.public().for_cards().filter(pk__in=[hit.object_id for hit in hits])
    words = {str(row.pk): words for row, words in with_words(rows, addresses.language)} if hits else {}
    return [
        Card(
            url=addresses.service(words[hit.object_id]),
            name=words[hit.object_id].name,
            line=words[hit.object_id].summary,
            kind="service",
            distance=distance_text(hit.distance_miles),
        )
        for hit in hits
        if hit.object_id in words
    ]
