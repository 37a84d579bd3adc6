"""The places of a service that the public may know of, each with its words."""

from dataclasses import dataclass

from core.languages import Words, with_words
from directory.models import Location, Service, ServiceAtLocation


@dataclass(frozen=True)
class Located:
    """`words` are those of the location; the words of the place itself belong to its service."""

    place: ServiceAtLocation
    location: Location
    words: Words


def located_of(service: Service, language: str) -> list[Located]:
    """In the editor's order; one query for the words of all."""
    shown = shown_places(service)
    pairs = with_words([location for _place, location in shown], language)
    return [Located(place, location, words) for (place, location), (_same, words) in zip(shown, pairs, strict=True)]


def shown_places(service: Service) -> list[tuple[ServiceAtLocation, Location]]:
    """Places that are published and did not ask to be left out; everything public begins here."""
    found = [(place, place.location) for place in service.service_at_locations.all() if place.location]
    return [(place, location) for place, location in found if location.live and not location.do_not_list]
