from collections.abc import Iterable

from directory.documents.facets import facets_of
from directory.documents.needs import Needs
from directory.documents.opening import opening_minutes
from directory.documents.parts import Parts
from directory.documents.pieces import point
from directory.documents.words import ServiceWords
from directory.models import Service
from directory.querysets import CARD
from search.document import LONG_AGO, Document, version_now
from search.languages import languages

KIND = "service"
ROWS = (
    *CARD,
    "program",
    "phones",
    "attributes",
    "required_documents",
    "cost_options",
    "service_areas",
    "schools_served",
    "focus",
    "organization__phones",
    "service_at_locations__phones",
    "service_at_locations__location__phones",
    "service_at_locations__service_areas",
    "service_at_locations__location__accessibility",
    "service_at_locations__location__languages",
)


def load(ids: list[str]) -> Iterable[Document]:
    """Documents of those services that are public."""
    version = version_now()
    services = Service.objects.public().filter(pk__in=ids).select_related("organization").prefetch_related(*ROWS)
    found = [Parts.of(service) for service in services]
    needs = Needs(term_id for parts in found for term_id in parts.term_ids)
    words = {language: ServiceWords(found, needs, language) for language in languages()}
    for parts in found:
        opening = opening_minutes(parts.service)
        yield Document(
            kind=KIND,
            object_id=str(parts.service.pk),
            version=version,
            updated=parts.service.last_modified or parts.service.last_published_at or LONG_AGO,
            texts={language: words[language].text(parts) for language in languages()},
            facets=facets_of(parts, needs, opening),
            subjects=needs.codes(parts.term_ids),
            places=tuple(sorted({each for place in parts.places for each in point(place.location)})),
            opening=opening,
        )


def all_ids() -> Iterable[str]:
    return map(str, Service.objects.public().values_list("pk", flat=True))
