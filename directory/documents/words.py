"""Everything that is said of some services in one language."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import override

from core.languages import Words, with_words
from core.spoken import spoken_name
from directory.documents.needs import Needs
from directory.documents.parts import Parts, Place
from directory.documents.pieces import own, street, together, town
from directory.public.labels import DELIVERY, GROUPS, cost_label, papers_label
from search.document import Text


class ServiceWords:
    def __init__(self, found: Sequence[Parts], needs: Needs, language: str) -> None:
        self._language = language
        self._needs = needs
        self._of_need = needs.words(language)
        self._of_service = _by_key((parts.service for parts in found), language)
        self._of_organization = _by_key((parts.service.organization for parts in found), language)
        self._of_location = _by_key((place.location for parts in found for place in parts.places), language)

    def text(self, parts: Parts) -> Text:
        """Without a title when nobody has translated it: the words then only help to find it."""
        words = self._of_service[parts.service.pk]
        with override(self._language):
            return Text(
                title=" ".join(own(words.name)),
                keywords=together(self._need_words(parts), own(words.alternate_name), self._names(parts)),
                summary=" ".join(own(words.summary)),
                body=together(_prose(parts, words), _labels(parts), self._places(parts, words), parts.phones),
            )

    def _need_words(self, parts: Parts) -> Iterable[str]:
        """The search words of the needs themselves, and the names of the wider ones."""
        for term_id in parts.term_ids:
            for term in self._needs.line(term_id):
                words = self._of_need[term.pk]
                yield from own(words.name, words.search_words) if term.pk == term_id else own(words.name)

    def _names(self, parts: Parts) -> Iterable[str]:
        if organization := self._of_organization.get(parts.service.organization_id):
            yield from own(organization.name, organization.alternate_name)
            if parts.service.program:
                yield from own(organization.child(parts.service.program, "name"))
        for location in (place.location for place in parts.places):
            if not location.address_private:
                words = self._of_location[location.pk]
                yield from own(words.name, words.alternate_name)
            yield from town(location)

    def _places(self, parts: Parts, words: Words) -> Iterable[str]:
        """Of a private address nothing but what the card shows too."""
        for place in parts.places:
            if not place.location.address_private:
                yield from self._place(place, words)

    def _place(self, place: Place, words: Words) -> Iterable[str]:
        of_location = self._of_location[place.location.pk]
        yield from own(words.child(place.at, "description"), of_location.description, of_location.transportation)
        for row in place.accessibility:
            yield from own(of_location.child(row, "description"))
        yield from street(place.location)


def _prose(parts: Parts, words: Words) -> Iterable[str]:
    yield from own(words.description, words.eligibility_description, words.application_process)
    yield from own(words.fees_description, words.interpretation_services, words.accreditations)
    for paper in parts.papers:
        yield from own(words.child(paper, "document"))
    for cost in parts.costs:
        yield from own(words.child(cost, "option"), words.child(cost, "amount_description"))
    for area in parts.areas:
        yield from own(words.child(area, "name"))


def _labels(parts: Parts) -> Iterable[str]:
    """What the card says in our own words: free, no papers asked, Spanish."""
    service = parts.service
    yield from (cost_label(service.cost).text, papers_label(service.papers).text)
    yield from (str(GROUPS[each]) for each in service.groups if each in GROUPS)
    yield from (str(DELIVERY[each]) for each in service.delivery if each in DELIVERY)
    yield from (spoken_name(row.code, row.name) for row in parts.languages)


def _by_key(records: Iterable[Any], language: str) -> dict[Any, Words]:
    unique = {record.pk: record for record in records if record is not None}
    return {record.pk: words for record, words in with_words(unique.values(), language)}
