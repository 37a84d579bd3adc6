from collections.abc import Iterable
from typing import Any

from django.utils.translation import override

from core.languages import Words, with_words
from directory.documents.needs import Needs
from directory.documents.opening import opening_minutes
from directory.documents.pieces import LONG_AGO, is_shown, language_code, own, point, street, together, town
from directory.models import Location, Service
from directory.public.labels import DELIVERY, cost_label, papers_label
from directory.querysets import CARD
from directory.spoken import spoken_name
from search.document import Document, Text, version_now
from search.languages import languages

KIND = "service"
PARTS = (
    *CARD,
    "program",
    "phones",
    "attributes",
    "required_documents",
    "cost_options",
    "service_areas",
    "organization__phones",
    "service_at_locations__phones",
    "service_at_locations__location__phones",
    "service_at_locations__location__accessibility",
)


def load(ids: list[str]) -> Iterable[Document]:
    """Documents of those services that are public."""
    version = version_now()
    services = list(Service.objects.public().filter(pk__in=ids).select_related("organization").prefetch_related(*PARTS))
    needs = Needs(term_id for service in services for term_id in _term_ids(service))
    shelves = {language: _Words(services, needs, language) for language in languages()}
    for service in services:
        texts = {language: shelf.text(service) for language, shelf in shelves.items()}
        yield Document(
            kind=KIND,
            object_id=str(service.pk),
            version=version,
            updated=service.last_modified or service.last_published_at or LONG_AGO,
            texts=texts,
            facets=_facets(service, needs),
            places=tuple(sorted({each for location in _locations(service) for each in point(location)})),
            opening=opening_minutes(service),
        )


def all_ids() -> Iterable[str]:
    return map(str, Service.objects.public().values_list("pk", flat=True))


def _facets(service: Service, needs: Needs) -> dict[str, tuple[str, ...]]:
    return {
        "need": needs.codes(_term_ids(service)),
        "language": tuple(sorted({language_code(row.code) for row in service.languages.all() if row.code})),
        "cost": (service.cost,),
        "papers": (service.papers,),
        "delivery": tuple(sorted(set(service.delivery))),
        "organization": (str(service.organization_id),),
    }


def _term_ids(service: Service) -> list[Any]:
    return [row.taxonomy_term_id for row in service.attributes.all() if row.taxonomy_term_id]


def _locations(service: Service) -> list[Location]:
    return [place.location for place in service.service_at_locations.all() if is_shown(place.location)]


class _Words:
    """Everything that is said of some services in one language."""

    def __init__(self, services: list[Service], needs: Needs, language: str) -> None:
        self._language = language
        self._needs = needs
        self._of_need = needs.words(language)
        self._of_service = _by_key(services, language)
        self._of_organization = _by_key({each.organization for each in services if each.organization}, language)
        self._of_location = _by_key({place for each in services for place in _locations(each)}, language)

    def text(self, service: Service) -> Text:
        """Without a title when nobody has translated it: the words then only help to find it."""
        words = self._of_service[service.pk]
        with override(self._language):
            return Text(
                title=" ".join(own(words.name)),
                keywords=together(self._need_words(service), own(words.alternate_name), self._names(service)),
                summary=" ".join(own(words.summary)),
                body=together(
                    self._prose(service, words), self._labels(service), self._places(service), _phones(service)
                ),
            )

    def _need_words(self, service: Service) -> Iterable[str]:
        """The search words of the needs themselves, and the names of the wider ones."""
        for term_id in _term_ids(service):
            for term in self._needs.line(term_id):
                words = self._of_need[term.pk]
                yield from own(words.name, words.search_words) if term.pk == term_id else own(words.name)

    def _names(self, service: Service) -> Iterable[str]:
        if organization := self._of_organization.get(service.organization_id):
            yield from own(organization.name, organization.alternate_name)
            if service.program:
                yield from own(organization.child(service.program, "name"))
        for location in _locations(service):
            if not location.address_private:
                yield from own(self._of_location[location.pk].name, self._of_location[location.pk].alternate_name)
            yield from town(location)

    def _prose(self, service: Service, words: Words) -> Iterable[str]:
        yield from own(words.description, words.eligibility_description, words.application_process)
        yield from own(words.fees_description, words.interpretation_services, words.accreditations)
        for row in service.required_documents.all():
            yield from own(words.child(row, "document"))
        for row in service.cost_options.all():
            yield from own(words.child(row, "option"), words.child(row, "amount_description"))
        for row in service.service_areas.all():
            yield from own(words.child(row, "name"))
        for place in service.service_at_locations.all():
            if is_shown(place.location) and not place.location.address_private:
                yield from own(words.child(place, "description"))

    def _labels(self, service: Service) -> Iterable[str]:
        """What the card says in our own words: free, no papers asked, Spanish."""
        yield from (cost_label(service.cost).text, papers_label(service.papers).text)
        yield from (str(DELIVERY[each]) for each in service.delivery if each in DELIVERY)
        yield from (spoken_name(row.code, row.name) for row in service.languages.all())

    def _places(self, service: Service) -> Iterable[str]:
        for location in _locations(service):
            yield from street(location)
            if not location.address_private:
                words = self._of_location[location.pk]
                yield from own(words.description, words.transportation)
                for row in location.accessibility.all():
                    yield from own(words.child(row, "description"))


def _phones(service: Service) -> Iterable[str]:
    owners = [service, *service.service_at_locations.all(), *_locations(service), service.organization]
    return (phone.number for owner in owners if owner for phone in owner.phones.all())


def _by_key(records: Iterable[Any], language: str) -> dict[Any, Words]:
    return {record.pk: words for record, words in with_words(records, language)}
