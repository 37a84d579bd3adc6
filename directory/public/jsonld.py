"""What search engines read: schema.org, from the same facts as the page."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest

from core.languages import Word, Words
from directory.hours.jsonld import jsonld as hours_data
from directory.models import Location, Organization, Service, ServiceAtLocation
from directory.public.factcard import FactCard
from directory.public.located import shown_places
from directory.public.opening import hours_at
from directory.public.places import physical_address

PUBLIC_BODIES = ("government", "city", "county", "school", "public", "state", "library")


def service_data(service: Service, card: FactCard, url: str, day: date) -> dict[str, Any]:
    owner = service.organization
    body = owner.legal_status.lower() if owner else ""
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentService" if any(word in body for word in PUBLIC_BODIES) else "Service",
        "@id": url,
        "url": url,
        "name": str(card.name),
        "description": str(card.summary or card.description),
        "provider": {"@type": "Organization", "name": owner.name if owner else ""},
        "isAccessibleForFree": True if service.cost == "free" else None,
        "availableChannel": [_channel(place, location, day) for place, location in shown_places(service)],
    }
    return _filled(data)


def _channel(place: ServiceAtLocation, location: Location, day: date) -> dict[str, Any]:
    hours = hours_at(place)
    where: dict[str, Any] = {"@type": "Place", "name": location.name}
    address = physical_address(location)
    if address is not None and not location.address_private:
        where["address"] = {
            "@type": "PostalAddress",
            "streetAddress": address.address_1,
            "addressLocality": address.city,
            "addressRegion": address.state_province,
            "postalCode": address.postal_code,
            "addressCountry": address.country,
        }
        if location.latitude is not None:
            where["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": location.latitude,
                "longitude": location.longitude,
            }
    where["openingHoursSpecification"] = hours_data(hours.rules, hours.exceptions, day)
    return {"@type": "ServiceChannel", "serviceLocation": _filled(where)}


def organization_data(organization: Organization, words: Words, url: str) -> dict[str, Any]:
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "Organization",
            "@id": url,
            "name": str(words.name),
            "alternateName": str(words.alternate_name),
            "description": str(words.description),
            "url": organization.website,
            "email": organization.email,
            "telephone": next((phone.number for phone in organization.phones.all()), ""),
        }
    )


def breadcrumb_data(request: HttpRequest, trail: Iterable[tuple[Word | str, str]]) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": place, "name": str(name), "item": request.build_absolute_uri(url)}
        for place, (name, url) in enumerate(trail, 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}
