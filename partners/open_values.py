"""Which values of a listing a partner may propose to change. Whatever else a form sends changes nothing."""

import re
from typing import Any

from partners.models.proposals import Kind

_ROW_KEY = re.compile(r"/[0-9a-f-]{36}")
PHONES = {"phones": ("number", "extension", "type", "description")}
HOURS = {
    "schedules": (
        *("freq", "interval", "byday", "opens_at", "closes_at", "by_appointment", "description", "notes"),
        *("valid_from", "valid_to", "dtstart"),
    ),
    "schedule_exceptions": ("starts_on", "ends_on", "closed", "opens_at", "closes_at", "reason"),
}
SPOKEN = {"languages": ("code", "name", "note")}

OWN: dict[str, tuple[str, ...]] = {
    Kind.SERVICE: (
        *("name", "alternate_name", "summary", "description", "url", "email", "delivery"),
        *("application_process", "interpretation_services", "eligibility_description"),
        *("minimum_age", "maximum_age", "groups", "cost", "fees_description", "papers"),
        *("status", "closed_until", "alert", "alert_until"),
    ),
    Kind.ORGANIZATION: ("name", "alternate_name", "description", "email", "website"),
    Kind.LOCATION: ("name", "alternate_name", "description", "transportation"),
}
ROWS: dict[str, dict[str, tuple[str, ...]]] = {
    Kind.SERVICE: {
        **PHONES,
        **HOURS,
        **SPOKEN,
        "required_documents": ("document", "uri"),
        "cost_options": ("option", "amount", "currency", "amount_description"),
        "additional_urls": ("label", "url"),
        "files": ("paper",),
        "capacities": ("available", "maximum", "description", "updated", "unit"),
    },
    Kind.ORGANIZATION: {**PHONES, "additional_websites": ("label", "url")},
    Kind.LOCATION: {
        **PHONES,
        **HOURS,
        **SPOKEN,
        "addresses": ("address_1", "address_2", "city", "state_province", "postal_code"),
        "accessibility": ("description", "details"),
    },
}


def is_open(kind: str, path: str) -> bool:
    name = _ROW_KEY.sub("", path).partition("@")[0]
    relation, _slash, field = name.partition("/")
    if "/" not in path:
        return name in OWN[kind]
    return relation in ROWS[kind] and (not field or field in ROWS[kind][relation])


def open_part(kind: str, path: str, value: Any) -> Any:
    """Of a new row, the values that are open."""
    if not isinstance(value, dict) or "/" not in path:
        return value
    return {name: each for name, each in value.items() if is_open(kind, f"{path}/{name}")}
