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
    shown = [(place, place.location) for place in service.service_at_locations.all() if place.location]
    shown = [(place, location) for place, location in shown if location.live and not location.do_not_list]
    pairs = with_words([location for _place, location in shown], language)
    return [Located(place, location, words) for (place, location), (_same, words) in zip(shown, pairs, strict=True)]
