"""The rows of one service that a document speaks of, read once for all languages."""

from dataclasses import dataclass, field
from typing import Any, Self

from directory.models import (
    Accessibility,
    CostOption,
    Language,
    Location,
    RequiredDocument,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from directory.public.located import shown_places


@dataclass(frozen=True)
class Place:
    at: ServiceAtLocation
    location: Location
    accessibility: list[Accessibility]

    @classmethod
    def of(cls, at: ServiceAtLocation, location: Location) -> Self:
        return cls(at, location, list(location.accessibility.all()))


@dataclass(frozen=True)
class Parts:
    service: Service
    places: list[Place]
    languages: list[Language]
    papers: list[RequiredDocument]
    costs: list[CostOption]
    areas: list[ServiceArea]
    phones: list[str]
    spoken: list[str]
    term_ids: list[Any] = field(default_factory=list)
    school_ids: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, service: Service) -> Self:
        places = [Place.of(at, location) for at, location in shown_places(service)]
        owners = [service, *(row for place in places for row in (place.at, place.location)), service.organization]
        return cls(
            service=service,
            places=places,
            languages=list(service.languages.all()),
            papers=list(service.required_documents.all()),
            costs=list(service.cost_options.all()),
            areas=[*service.service_areas.all(), *(area for each in places for area in each.at.service_areas.all())],
            phones=[phone.number for owner in owners if owner for phone in owner.phones.all()],
            spoken=[
                row.code for owner in (service, *(each.location for each in places)) for row in owner.languages.all()
            ],
            school_ids=_schools(service, places),
            term_ids=[row.taxonomy_term_id for row in service.attributes.all() if row.taxonomy_term_id],
        )


def _schools(service: Service, places: list[Place]) -> list[int]:
    """The schools it is given at, and those whose families it is for."""
    at = [place.location.school_id for place in places if place.location.school_id]
    return [*at, *(row.school_id for row in service.schools_served.all())]
