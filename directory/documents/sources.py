"""The directory's part of the search: what is found, and which values its filters may have."""

import re

from django.db.models import TextChoices

from directory.documents import organizations, services
from directory.documents.areas import areas_of_zips
from directory.documents.facets import AGES, HOURS, RECENT, WHEELCHAIR
from directory.documents.places import find_place, uuid_of
from directory.documents.sayings import sayings
from directory.documents.towns import find_town
from directory.models import Organization, TaxonomyTerm
from directory.models.services import Cost, Delivery, Group, Papers
from schools.models import SchoolPage
from schools.topics import focus
from search import registry
from search.registry import DocumentSource, Known

LONGEST_KEY = 18  # Longer numbers are beyond what a database calls an integer.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


def register() -> None:
    facets: dict[str, Known] = {
        "need": _needs,
        "language": _languages,
        "cost": _one_of(Cost),
        "papers": _one_of(Papers),
        "group": _one_of(Group),
        "delivery": _one_of(Delivery),
        "access": _any_of(WHEELCHAIR),
        "hours": _any_of(*HOURS),
        "who": _any_of(*AGES),
        "serves": areas_of_zips,
        "confirmed": _any_of(RECENT),
        "school": _schools,
        "organization": _organizations,
        focus.FACET: focus.known,
    }
    registry.register(DocumentSource(services.KIND, services.load, services.all_ids, facets, sayings))
    registry.register(DocumentSource(organizations.KIND, organizations.load, organizations.all_ids))
    registry.register_places(find_town)
    registry.register_places(find_place)


def _any_of(*known: str) -> Known:
    return lambda values: values.intersection(known)


def _one_of(choices: type[TextChoices]) -> Known:
    return _any_of(*choices.values)


def _needs(values: frozenset[str]) -> frozenset[str]:
    return frozenset(TaxonomyTerm.objects.public().filter(code__in=values).values_list("code", flat=True))


def _languages(values: frozenset[str]) -> frozenset[str]:
    return frozenset(value for value in values if _LANGUAGE.fullmatch(value))


def _schools(values: frozenset[str]) -> frozenset[str]:
    keys = [int(value) for value in values if value.isdecimal() and len(value) < LONGEST_KEY]
    return frozenset(map(str, SchoolPage.objects.facts().live().filter(pk__in=keys).values_list("pk", flat=True)))


def _organizations(values: frozenset[str]) -> frozenset[str]:
    keys = [key for value in values if (key := uuid_of(value))]
    return frozenset(map(str, Organization.objects.public().filter(pk__in=keys).values_list("pk", flat=True)))
