"""The directory's part of the search: what is found, and which values its filters may have."""

import re
import uuid

from django.db.models import TextChoices

from directory.documents import organizations, services
from directory.documents.sayings import sayings
from directory.models import Organization, TaxonomyTerm
from directory.models.services import Cost, Delivery, Papers
from search import registry
from search.registry import DocumentSource, Known

HOURS = ("morning", "afternoon", "evening", "weekend", "24h")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


def register() -> None:
    facets: dict[str, Known] = {
        "need": _needs,
        "language": _languages,
        "cost": _one_of(Cost),
        "papers": _one_of(Papers),
        "delivery": _one_of(Delivery),
        "access": lambda values: values & {"wheelchair"},
        "hours": lambda values: values & set(HOURS),
        "organization": _organizations,
    }
    registry.register(DocumentSource(services.KIND, services.load, services.all_ids, facets, sayings))
    registry.register(DocumentSource(organizations.KIND, organizations.load, organizations.all_ids))


def _one_of(choices: type[TextChoices]) -> Known:
    return lambda values: values.intersection(choices.values)


def _needs(values: frozenset[str]) -> frozenset[str]:
    return frozenset(TaxonomyTerm.objects.public().filter(code__in=values).values_list("code", flat=True))


def _languages(values: frozenset[str]) -> frozenset[str]:
    return frozenset(value for value in values if _LANGUAGE.fullmatch(value))


def _organizations(values: frozenset[str]) -> frozenset[str]:
    keys = [key for value in values if (key := _uuid(value))]
    return frozenset(map(str, Organization.objects.public().filter(pk__in=keys).values_list("pk", flat=True)))


def _uuid(value: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(value)
    except ValueError:
        return None
