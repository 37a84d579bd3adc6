"""Child rows from the short forms of the demo files, each list in the order its translation follows."""

from datetime import date, time, timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Funding,
    Language,
    OrganizationIdentifier,
    Phone,
    RequiredDocument,
    Schedule,
    ScheduleException,
    ServiceArea,
    ServiceCapacity,
    TaxonomyTerm,
    Unit,
)

Data = dict[str, Any]


def clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def day_of(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def phones(data: Data) -> list[Phone]:
    return [
        Phone(
            number=row["number"],
            extension=str(row.get("extension", "")),
            type=row.get("type", "voice"),
            description=row.get("description", ""),
        )
        for row in data.get("phones", [])
    ]


def schedules(data: Data) -> list[Schedule]:
    return [_schedule(row) for row in data.get("schedules", [])]


def _schedule(row: Data) -> Schedule:
    weekly = "days" in row or row.get("interval")
    return Schedule(
        freq=row.get("freq") or ("WEEKLY" if weekly else ""),
        byday=row.get("days") or row.get("byday", ""),
        bymonthday=str(row.get("bymonthday", "")),
        interval=row.get("interval"),
        dtstart=day_of(row.get("dtstart")),
        valid_from=day_of(row.get("valid_from")),
        valid_to=day_of(row.get("valid_to")),
        opens_at=clock(row.get("opens")),
        closes_at=clock(row.get("closes")),
        by_appointment=row.get("by_appointment", False),
        description=row.get("description", ""),
        notes=row.get("notes", ""),
    )


def exceptions(data: Data, today: date) -> list[ScheduleException]:
    return [_exception(row, today) for row in data.get("exceptions", [])]


def _exception(row: Data, today: date) -> ScheduleException:
    first = day_of(row.get("date")) or today + timedelta(days=row["in_days"])
    return ScheduleException(
        starts_on=first,
        ends_on=day_of(row.get("until")),
        closed=row.get("closed", "opens" not in row),
        opens_at=clock(row.get("opens")),
        closes_at=clock(row.get("closes")),
        reason=row.get("reason", ""),
    )


def languages(data: Data) -> list[Language]:
    rows = [row if isinstance(row, dict) else {"code": row} for row in data.get("languages", [])]
    return [Language(code=row["code"], name=row.get("name", ""), note=row.get("note", "")) for row in rows]


def contacts(data: Data) -> list[tuple[Contact, str]]:
    """Contacts, each with the number it is reached at."""
    return [
        (
            Contact(name=row.get("name", ""), title=row.get("title", ""), email=row.get("email", "")),
            row.get("phone", ""),
        )
        for row in data.get("contacts", [])
    ]


def documents(data: Data) -> list[RequiredDocument]:
    return [RequiredDocument(document=text) for text in data.get("required_documents", [])]


def costs(data: Data) -> list[CostOption]:
    return [
        CostOption(
            option=row.get("option", ""),
            amount=row.get("amount"),
            currency="USD" if "amount" in row else "",
            amount_description=row.get("amount_description", ""),
        )
        for row in data.get("cost_options", [])
    ]


def areas(data: Data) -> list[ServiceArea]:
    return [ServiceArea(name=name) for name in data.get("service_areas", [])]


def needs(data: Data, terms: dict[str, TaxonomyTerm]) -> list[Attribute]:
    return [Attribute(taxonomy_term=terms[code]) for code in data.get("needs", []) if code in terms]


def capacities(data: Data) -> list[ServiceCapacity]:
    row = data.get("capacity")
    if not row:
        return []
    unit, _created = Unit.objects.get_or_create(name=row["unit"])
    return [
        ServiceCapacity(
            unit=unit,
            available=row["available"],
            maximum=row.get("maximum"),
            description=row.get("description", ""),
            updated=timezone.now(),
        )
    ]


def fundings(data: Data) -> list[Funding]:
    return [Funding(source=source) for source in data.get("funding", [])]


def identifiers(data: Data) -> list[OrganizationIdentifier]:
    return [OrganizationIdentifier(**row) for row in data.get("identifiers", [])]


def accessibility(data: Data) -> list[Accessibility]:
    return [Accessibility(description=text) for text in data.get("accessibility", [])]


def addresses(data: Data) -> list[Address]:
    if "city" not in data:
        return []
    return [
        Address(
            address_1=data.get("address_1", ""),
            address_2=data.get("address_2", ""),
            city=data["city"],
            state_province="CA",
            postal_code=data.get("postal_code", ""),
            country="US",
        )
    ]


def add(parent: Model, relation: str, rows: list[Any]) -> list[Any]:
    """Put rows into a relation in their order."""
    for place, row in enumerate(rows):
        row.sort_order = place
    getattr(parent, relation).add(*rows)
    return rows
