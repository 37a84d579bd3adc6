"""The smallest valid listings; a test states every value that matters to it."""

from typing import Any

from core.locales import locale_id
from core.models import WordsMixin
from core.translation import written_by_person
from directory.models import Address, Location, Organization, Phone, Service, ServiceAtLocation


def make_organization(name: str = "Mesa Sereno", **values: Any) -> Organization:
    return Organization.objects.create(name=name, **values)


def make_service(name: str = "Food pantry", **values: Any) -> Service:
    values.setdefault("organization", None)
    if values["organization"] is None:
        values["organization"] = make_organization()
    return Service.objects.create(name=name, **values)


def make_location(service: Service, *, city: str = "Valle Sereno", **values: Any) -> ServiceAtLocation:
    location = Location.objects.create(**values)
    Address.objects.create(
        location=location, address_1="412 Alder Street", city=city, state_province="CA", postal_code="93905"
    )
    return ServiceAtLocation.objects.create(service=service, location=location)


def make_phone(**values: Any) -> Phone:
    return Phone.objects.create(**{"number": "(831) 555-0101", "type": "voice", **values})


def in_spanish(facts: WordsMixin, child_words: dict[str, str] | None = None, **words: str) -> WordsMixin:
    """A Spanish row, written by a person for the present English."""
    row = type(facts)(
        locale_id=locale_id("es"), translation_key=facts.translation_key, child_words=child_words or {}, **words
    )
    written_by_person(facts, row)
    row.save()
    return row
