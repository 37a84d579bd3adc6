from datetime import date
from typing import Any

from directory.demo import children
from directory.demo.children import Data, add
from directory.demo.files import days_from, key_id
from directory.demo.schools import school_of
from directory.demo.words import Words, child_words, translate
from directory.models import Location, Organization, Phone, SchoolServed, Service, ServiceAtLocation, TaxonomyTerm

TEXTS = (
    "name",
    "alternate_name",
    "summary",
    "description",
    "url",
    "email",
    "interpretation_services",
    "application_process",
    "wait_time",
    "fees_description",
    "accreditations",
    "eligibility_description",
    "alert",
)


def load_service(data: Data, owner: Organization, terms: dict[str, TaxonomyTerm], today: date) -> Service:
    service = Service(
        id=key_id("service", data["key"]),
        organization=owner,
        program_id=key_id("program", data["program"]) if data.get("program") else None,
        **{name: data.get(name, "") for name in TEXTS},
        status=data.get("status", "active"),
        minimum_age=data.get("minimum_age"),
        maximum_age=data.get("maximum_age"),
        cost=data.get("cost", "unknown"),
        papers=data.get("papers", "unknown"),
        groups=data.get("groups", []),
        delivery=data.get("delivery", []),
        do_not_list=data.get("do_not_list", False),
        alert_until=days_from(today, data.get("alert_days")),
        closed_until=days_from(today, data.get("closed_days")),
        assured_date=_confirmed(data, today),
        assured_by=data.get("assured_by", "") if "assured_days_ago" in data else "",
        slug=data["key"],
    )
    spanish = data.get("es", {})
    add(service, "attributes", children.needs(data, terms))
    add(service, "schools_served", _schools(data))
    words = _own_rows(service, data, spanish, today)
    words |= _places(service, data, spanish, today)
    service.save()
    translate(service, spanish, words)
    return service


def _schools(data: Data) -> list[SchoolServed]:
    schools = [(key, school_of(key)) for key in data.get("schools", [])]
    return [
        SchoolServed(id=key_id("school served", f"{data['key']}:{key}"), school=school)
        for key, school in schools
        if school
    ]


def _confirmed(data: Data, today: date) -> date | None:
    days = data.get("assured_days_ago")
    return None if days is None else days_from(today, -days)


def _own_rows(service: Service, data: Data, spanish: Data, today: date) -> Words:
    words: Words = {}
    rows: list[tuple[str, list[Any], tuple[str, ...]]] = [
        ("phones", children.phones(data), ("description",)),
        ("languages", children.languages(data), ("note",)),
        ("required_documents", children.documents(data), ("document",)),
        ("cost_options", children.costs(data), ("option", "amount_description")),
        ("service_areas", children.areas(data), ("name",)),
        ("schedules", children.schedules(data), ("description",)),
        ("schedule_exceptions", children.exceptions(data, today), ("reason",)),
        ("capacities", children.capacities(data), ("description",)),
        ("contacts", _contacts(data), ("title",)),
    ]
    for relation, made, fields in rows:
        added = add(service, relation, made)
        texts = spanish.get({"schedule_exceptions": "exceptions"}.get(relation, relation), [])
        for field in fields:
            words |= child_words(added, field, texts if isinstance(texts, list) else [])
    return words


def _contacts(data: Data) -> list[Any]:
    pairs = children.contacts(data)
    for contact, number in pairs:
        if number:
            contact.phones.add(Phone(number=number, type="voice"))
    return [contact for contact, _number in pairs]


def _places(service: Service, data: Data, spanish: Data, today: date) -> Words:
    words: Words = {}
    places = [{"location": at} if isinstance(at, str) else at for at in data.get("at", [])]
    made = [_place(place, today) for place in places]
    add(service, "service_at_locations", made)
    for place, given, text in zip(made, places, [*spanish.get("at", []), *[""] * len(places)], strict=False):
        translated = text if isinstance(text, dict) else {"description": text}
        words |= child_words([place], "description", [translated.get("description", "")])
        words |= child_words(list(place.schedules.all()), "description", translated.get("schedules", []))
        words |= child_words(
            list(place.schedule_exceptions.all()), "reason", _reasons(translated, given, spanish, data)
        )
    return words


def _reasons(translated: Data, given: Data, spanish: Data, data: Data) -> list[str]:
    """Reasons of a place; one that the service itself gives too is translated there."""
    if translated.get("exceptions"):
        return list(translated["exceptions"])
    known = dict(
        zip((row.get("reason", "") for row in data.get("exceptions", [])), spanish.get("exceptions", []), strict=False)
    )
    return [known.get(row.get("reason", ""), "") for row in given.get("exceptions", [])]


def _place(data: Data, today: date) -> ServiceAtLocation:
    place = ServiceAtLocation(
        location=Location.objects.get(pk=key_id("location", data["location"])),
        description=data.get("description", ""),
    )
    add(place, "schedules", children.schedules(data))
    add(place, "schedule_exceptions", children.exceptions(data, today))
    add(place, "phones", children.phones(data))
    return place
