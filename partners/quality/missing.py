"""Which of the facts that decide whether a family goes are missing, of services that families see."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.languages import with_words
from core.locales import target_languages
from directory.models import Service
from directory.models.services import Cost, Papers

LABELS = {
    "phone": _("a phone"),
    "hours": _("hours"),
    "place": _("an address, or that it is by phone or online"),
    "eligibility": _("who can get it"),
    "cost": _("what it costs"),
    "papers": _("which papers are asked"),
    "languages": _("languages spoken"),
    "words": _("words in the other language"),
}


@dataclass(frozen=True)
class Incomplete:
    service: Any
    missing: tuple[str, ...]

    @property
    def labels(self) -> list[str]:
        return [str(LABELS[name]) for name in self.missing]


@dataclass(frozen=True)
class Completeness:
    total: int
    counts: dict[str, int]
    incomplete: list[Incomplete]

    @property
    def share(self) -> int:
        """Of all deciding facts of all services, how many per cent are there."""
        facts = self.total * len(LABELS)
        return round(100 * (facts - sum(self.counts.values())) / facts) if facts else 100


def completeness() -> Completeness:
    rows = list(Service.objects.public().whole())
    untranslated = _untranslated(rows)
    found = [Incomplete(row, (*_missing(row), *(["words"] if row.pk in untranslated else []))) for row in rows]
    incomplete = [each for each in found if each.missing]
    incomplete.sort(key=lambda each: (-len(each.missing), str(each.service)))
    counts = Counter(name for each in incomplete for name in each.missing)
    return Completeness(len(rows), {name: counts[name] for name in LABELS}, incomplete)


def _missing(row: Any) -> Iterator[str]:
    places = [each.location for each in row.service_at_locations.all() if each.location]
    phones = [*row.phones.all(), *(row.organization.phones.all() if row.organization else [])]
    if not any([*phones, *(phone for place in places for phone in place.phones.all())]):
        yield "phone"
    if not row.schedules.all() and not any(place.schedules.all() for place in places):
        yield "hours"
    if not places and not {"phone", "online", "home"} & set(row.delivery):
        yield "place"
    if not row.eligibility_description and row.minimum_age is None and row.maximum_age is None and not row.groups:
        yield "eligibility"
    if row.cost == Cost.UNKNOWN and not row.fees_description:
        yield "cost"
    if row.papers == Papers.UNKNOWN and not row.required_documents.all():
        yield "papers"
    if not row.languages.all():
        yield "languages"


def _untranslated(rows: list[Any]) -> set[Any]:
    found: set[Any] = set()
    for language in target_languages():
        found |= {row.pk for row, words in with_words(rows, language) if not words.complete}
    return found
