from datetime import date
from typing import Any

from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from directory.demo import children
from directory.demo.children import Data, add
from directory.demo.files import key_id, organizations
from directory.demo.schools import school_of
from directory.demo.services import load_service
from directory.demo.words import Words, child_words, translate
from directory.models import Location, Organization, Phone, Program, TaxonomyTerm


@transaction.atomic
def load_listings(today: date) -> int:
    """Load what is not there yet and leave alone what is; returns how many organizations were new."""
    terms = {term.code: term for term in TaxonomyTerm.objects.facts()}
    listed = organizations()
    present = set(Organization.objects.facts().values_list("pk", flat=True))
    new = [data for data in listed if key_id("organization", data["key"]) not in present]
    with disable_reference_index_auto_update():
        owners = {data["key"]: load_organization(data) for data in new}
        for data in new:
            for place in data.get("locations", []):
                load_location(place, owners[data["key"]], today)
        for data in new:
            for service in data.get("services", []):
                load_service(service, owners[data["key"]], terms, today)
    return len(new)


def load_organization(data: Data) -> Organization:
    organization = Organization(
        id=key_id("organization", data["key"]),
        **_texts(data, "name", "alternate_name", "description", "email", "website", "legal_status"),
        year_incorporated=data.get("year_incorporated"),
        do_not_list=data.get("do_not_list", False),
    )
    spanish = data.get("es", {})
    add(organization, "funding", children.fundings(data))
    add(organization, "organization_identifiers", children.identifiers(data))
    phones = add(organization, "phones", children.phones(data))
    contacts = _contacts(organization, data)
    programs = add(organization, "programs", _programs(data))
    organization.save()
    words = child_words(phones, "description", spanish.get("phones", []))
    words |= child_words(contacts, "title", spanish.get("contacts", []))
    for field in ("name", "description"):
        words |= child_words(programs, field, spanish.get("programs", []))
    translate(organization, spanish, words)
    return organization


def _programs(data: Data) -> list[Program]:
    return [
        Program(id=key_id("program", row["key"]), name=row["name"], description=row.get("description", ""))
        for row in data.get("programs", [])
    ]


def _contacts(parent: Any, data: Data) -> list[Any]:
    pairs = children.contacts(data)
    for contact, number in pairs:
        if number:
            contact.phones.add(Phone(number=number, type="voice"))
    return add(parent, "contacts", [contact for contact, _number in pairs])


def load_location(data: Data, owner: Organization, today: date) -> Location:
    location = Location(
        id=key_id("location", data["key"]),
        organization=owner,
        location_type=data.get("location_type", "physical"),
        school=school_of(data["school"]) if "school" in data else None,
        **_texts(data, "name", "alternate_name", "description", "url", "transportation"),
        latitude=data.get("latitude"),
        longitude=data.get("longitude"),
        address_private=data.get("address_private", False),
        do_not_list=data.get("do_not_list", False),
    )
    spanish = data.get("es", {})
    add(location, "addresses", children.addresses(data))
    add(location, "languages", children.languages(data))
    words: Words = {}
    words |= child_words(add(location, "phones", children.phones(data)), "description", spanish.get("phones", []))
    schedules = add(location, "schedules", children.schedules(data))
    words |= child_words(schedules, "description", spanish.get("schedules", []))
    exceptions = add(location, "schedule_exceptions", children.exceptions(data, today))
    words |= child_words(exceptions, "reason", spanish.get("exceptions", []))
    ways = add(location, "accessibility", children.accessibility(data))
    words |= child_words(ways, "description", spanish.get("accessibility", []))
    location.save()
    translate(location, spanish, words)
    return location


def _texts(data: Data, *names: str) -> Data:
    return {name: data.get(name, "") for name in names}
