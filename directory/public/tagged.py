"""What the page of a value or a pillar shows of the directory: the services that carry it."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from core.languages import with_words
from directory.models import Service
from directory.public.directories import addresses_in
from directory.querysets import ServiceQuerySet
from schools.topics.public.links import Link
from schools.topics.tagged import register_tagged

SHOWN = 12


def register() -> None:
    register_tagged("services", 20, _("Help and services"), Service, links_of)


def links_of(services: ServiceQuerySet, language: str) -> Sequence[Link]:
    addresses = addresses_in(language)
    if addresses is None:
        return []
    found = services.public().order_by("name", "pk")[:SHOWN]
    return [
        Link(addresses.of(service, words), words.name, words.summary) for service, words in with_words(found, language)
    ]
