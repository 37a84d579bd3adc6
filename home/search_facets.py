"""The filters beside the results, in the reader's words, and the chips that take one away again."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext, gettext_lazy

from core.languages import with_words
from directory.models import TaxonomyTerm
from directory.models.services import Cost, Papers
from directory.public.labels import COST, PAPERS
from directory.spoken import spoken_name
from search.request import KIND, SearchRequest
from search.response import FacetCount

KINDS = {
    "service": gettext_lazy("Help and services"),
    "organization": gettext_lazy("Organizations"),
    "article": gettext_lazy("Guides"),
}
GROUPS = {
    "need": gettext_lazy("What you need"),
    "cost": gettext_lazy("Cost"),
    "papers": gettext_lazy("Papers"),
    "language": gettext_lazy("Language they speak"),
    KIND: gettext_lazy("Kind of page"),
}
FACETS = tuple(GROUPS)
MOST_OPTIONS = 12


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True)
class Group:
    name: str
    label: str
    options: tuple[Option, ...]

    @property
    def is_used(self) -> bool:
        return any(option.checked for option in self.options)


@dataclass(frozen=True)
class Chip:
    label: str
    remove_url: str


def facet_groups(
    facets: Mapping[str, tuple[FacetCount, ...]], chosen: Mapping[str, frozenset[str]], language: str
) -> list[Group]:
    """Groups with something to choose from; what is chosen stays visible even with nothing left in it."""
    found = []
    for name, label in GROUPS.items():
        counts = {each.value: each.count for each in facets.get(name, ())}
        picked = chosen.get(name, frozenset())
        labels = _labels(name, [*counts, *picked], language)
        options = [Option(value, labels[value], counts.get(value, 0), value in picked) for value in labels]
        options.sort(key=lambda option: (not option.checked, -option.count, option.label))
        if options:
            found.append(Group(name, str(label), tuple(options[:MOST_OPTIONS])))
    return found


def chips(request: HttpRequest, asked: SearchRequest, language: str) -> list[Chip]:
    found = []
    for name, values in asked.groups.items():
        labels = _labels(name, sorted(values), language)
        found += [Chip(label, _without(request, name, value)) for value, label in labels.items()]
    if asked.open_at is not None:
        found.append(Chip(gettext("Open now"), _without(request, "open", request.GET.get("open", ""))))
    if asked.near is not None:
        label = gettext("Near %(place)s") % {"place": asked.near.label or request.GET.get("zip", "")}
        found.append(Chip(label, _without(request, "zip", request.GET.get("zip", ""))))
    return found


def _without(request: HttpRequest, name: str, value: str) -> str:
    kept = [
        (key, each)
        for key, values in request.GET.lists()
        for each in values
        if key != "page" and (key, each) != (name, value)
    ]
    return f"{request.path}?{urlencode(kept)}"


def _labels(name: str, values: list[str], language: str) -> dict[str, str]:
    """Labels of the values that have one, in the order given."""
    if name == "need":
        return _need_labels(values, language)
    known: dict[str, dict[str, str]] = {
        "cost": {value: str(label) for value, label in COST.items() if value != Cost.UNKNOWN},
        "papers": {value: str(label) for value, label in PAPERS.items() if value != Papers.UNKNOWN},
        KIND: {value: str(label) for value, label in KINDS.items()},
    }
    if name == "language":
        return {value: spoken_name(value, value) for value in values}
    return {value: known[name][value] for value in values if value in known.get(name, {})}


def _need_labels(codes: list[str], language: str) -> dict[str, str]:
    terms = with_words(TaxonomyTerm.objects.public().filter(code__in=codes), language)
    names = {term.code: words.name.text for term, words in terms}
    return {code: names[code] for code in codes if code in names}
