from collections.abc import Iterable

from core.languages import Words, with_words
from directory.documents.pieces import is_shown, own, point, together, town
from directory.models import Location, Organization
from search.document import LONG_AGO, Document, Text, version_now
from search.languages import languages

KIND = "organization"


def load(ids: list[str]) -> Iterable[Document]:
    """Documents of those organizations that are public."""
    version = version_now()
    shown = Organization.objects.public().prefetch_related("phones", "programs", "locations__addresses")
    organizations = list(shown.filter(pk__in=ids))
    words = {
        language: {record.pk: words for record, words in with_words(organizations, language)}
        for language in languages()
    }
    for organization in organizations:
        yield Document(
            kind=KIND,
            object_id=str(organization.pk),
            version=version,
            updated=organization.last_published_at or LONG_AGO,
            texts={language: _text(organization, words[language][organization.pk]) for language in languages()},
            facets={"organization": (str(organization.pk),)},
            places=tuple(sorted({each for location in _locations(organization) for each in point(location)})),
        )


def all_ids() -> Iterable[str]:
    return map(str, Organization.objects.public().values_list("pk", flat=True))


def _locations(organization: Organization) -> list[Location]:
    """The facts rows only: a translation of a place has no organization."""
    return [location for location in organization.locations.all() if is_shown(location)]


def _text(organization: Organization, words: Words) -> Text:
    programs = [text for program in organization.programs.all() for text in own(words.child(program, "name"))]
    towns = [text for location in _locations(organization) for text in town(location)]
    return Text(
        title=" ".join(own(words.name)),
        keywords=together(own(words.alternate_name), programs, towns),
        body=together(own(words.description), (phone.number for phone in organization.phones.all())),
    )
