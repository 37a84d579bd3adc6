"""What the values of a filter are called in the reader's language."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from core.languages import with_words
from core.spoken import spoken_name
from directory.documents.facets import RECENT, WHEELCHAIR
from directory.models import TaxonomyTerm
from directory.models.services import Cost, Papers
from directory.public.labels import COST, DELIVERY, GROUPS, PAPERS
from events.documents import EVENT_KIND
from events.models import Kind as EventKind
from schools.models import SchoolPage
from schools.page_documents import page_kinds
from schools.public.finding import pages_in
from schools.topics import focus
from search.request import HOURS, KIND

KINDS = {
    "service": gettext_lazy("Help and services"),
    "organization": gettext_lazy("Organizations"),
}
WHO = {
    "0-5": gettext_lazy("Babies and small children (0–5)"),
    "6-12": gettext_lazy("Children (6–12)"),
    "13-17": gettext_lazy("Teenagers (13–17)"),
    "adults": gettext_lazy("Adults"),
    "60+": gettext_lazy("Older people (60 and up)"),
}
# Nearly everything is open in some morning: only what sets an office apart is offered; a sentence may ask for more.
OPENING = {
    "evening": gettext_lazy("In the evening"),
    "weekend": gettext_lazy("At weekends"),
    "24h": gettext_lazy("Day and night"),
}
PARTS_OF_DAY = {
    **OPENING,
    "morning": gettext_lazy("In the morning"),
    "afternoon": gettext_lazy("In the afternoon"),
}
ACCESS = {WHEELCHAIR: pgettext_lazy("accessibility", "With a wheelchair")}
CONFIRMED = {RECENT: gettext_lazy("Confirmed in the last six months")}

Labels = Mapping[str, str | Promise]
TABLES: dict[str, Labels] = {
    "cost": {value: label for value, label in COST.items() if value != Cost.UNKNOWN},
    "papers": {value: label for value, label in PAPERS.items() if value != Papers.UNKNOWN},
    "delivery": {value.value: label for value, label in DELIVERY.items()},
    "who": WHO,
    "group": {value.value: label for value, label in GROUPS.items()},
    HOURS: PARTS_OF_DAY,
    "access": ACCESS,
    "confirmed": CONFIRMED,
    EVENT_KIND: {value.value: value.label for value in EventKind},
}


def labels_of(name: str, values: Iterable[str], language: str) -> dict[str, str]:
    """Labels of the values that have one, in the order given."""
    if name in ASKED:
        return ASKED[name](list(values), language)
    known = TABLES.get(name, {})
    return {value: str(known[value]) for value in values if value in known}


def _kind_labels(values: list[str], _language: str) -> dict[str, str]:
    known = {**KINDS, **{kind: each.many for kind, each in page_kinds().items()}}
    return {value: str(known[value]) for value in values if value in known}


def _school_labels(keys: list[str], language: str) -> dict[str, str]:
    schools = SchoolPage.objects.facts().live().filter(pk__in=[int(key) for key in keys if key.isdecimal()])
    titles = {key: page.title for key, page in pages_in(language).items()} if schools else {}
    names = {str(school.pk): titles.get(school.translation_key, school.title) for school in schools}
    return {key: names[key] for key in keys if key in names}


def wider_needs(codes: list[str]) -> dict[str, str]:
    """For each need that lies in another one of these, directly, the code of that one."""
    pairs = TaxonomyTerm.objects.public().filter(code__in=codes, parent__code__in=codes)
    return dict(pairs.values_list("code", "parent__code"))


def _need_labels(codes: list[str], language: str) -> dict[str, str]:
    terms = with_words(TaxonomyTerm.objects.public().filter(code__in=codes), language)
    names = {term.code: words.name.text for term, words in terms}
    return {code: names[code] for code in codes if code in names}


def _spoken_labels(codes: list[str], _language: str) -> dict[str, str]:
    return {code: spoken_name(code, code) for code in codes}


def _serves_labels(zips: list[str], _language: str) -> dict[str, str]:
    return {value: gettext("Serves %(zip)s") % {"zip": value} for value in zips if value.isdigit()}


# Where the labels are no table: from codes and the reader's language.
ASKED: dict[str, Callable[[list[str], str], dict[str, str]]] = {
    KIND: _kind_labels,
    "need": _need_labels,
    "language": _spoken_labels,
    "school": _school_labels,
    "serves": _serves_labels,
    focus.FACET: focus.labels,
}
