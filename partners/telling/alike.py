"""Listings that may be the one somebody is about to suggest: by the words of its name, and by its phone number."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Value
from django.db.models.functions import Replace

from core.context import dialable
from core.languages import with_words
from directory.models import Organization, Phone, Service
from directory.public.directories import addresses_in
from search.request import SearchRequest
from search.service import search

MOST = 5
DIGITS = 7  # Without the area code, which some leave out.
SEPARATORS = " ()-.+"


@dataclass(frozen=True)
class Alike:
    name: str
    organization: str
    url: str


def alike(name: str, phone: str, language: str) -> list[Alike]:
    keys = [*_by_phone(phone), *_by_name(name, language)]
    services = Service.objects.public().select_related("organization").in_bulk(keys)
    organizations = Organization.objects.public().in_bulk(keys)
    rows = {**services, **organizations}
    found = [rows[key] for key in dict.fromkeys(keys) if key in rows][:MOST]
    addresses = addresses_in(language)
    words = {row.pk: words for kind in (services, organizations) for row, words in with_words(kind.values(), language)}
    return [
        Alike(
            words[row.pk].name.text,
            str(getattr(row, "organization", "") or ""),
            addresses.of(row, words[row.pk]) if addresses else "",
        )
        for row in found
    ]


def _by_name(name: str, language: str) -> list[Any]:
    if len(name.strip()) < 3:
        return []
    kinds = frozenset({"service", "organization"})
    request = SearchRequest(language=language, text=name, kinds=kinds, per_page=MOST)
    return [UUID(hit.object_id) for hit in search(request).hits]


def _by_phone(phone: str) -> list[Any]:
    digits = dialable(phone).lstrip("+")[-DIGITS:]
    if len(digits) < DIGITS:
        return []
    number = Value("")
    stripped = "number"
    for mark in SEPARATORS:
        stripped = Replace(stripped, Value(mark), number)  # type: ignore[assignment]
    rows = Phone.objects.annotate(digits=stripped).filter(digits__endswith=digits)
    keys = [row.service_id for row in rows.exclude(service=None)[:MOST]]
    owners = [row.organization_id for row in rows.exclude(organization=None)[:MOST]]
    return [*keys, *Service.objects.public().filter(organization__in=owners).values_list("pk", flat=True)[:MOST]]
