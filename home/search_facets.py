"""The filters beside the results, in the reader's words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy

from events.documents import EVENT_KIND
from home.search_labels import OPENING, WHO, labels_of, wider_needs
from schools.topics.focus import FACET as FOCUS
from search import registry
from search.request import HOURS, KIND, OPEN, SearchRequest
from search.response import FacetCount, SearchResponse
from search.service import search

GROUPS = {
    "need": gettext_lazy("What you need"),
    "cost": gettext_lazy("Cost"),
    "papers": gettext_lazy("Papers"),
    "language": gettext_lazy("Language they speak"),
    "who": gettext_lazy("Who it is for"),
    "group": gettext_lazy("Especially for"),
    HOURS: gettext_lazy("Usually open"),
    "delivery": gettext_lazy("How help is given"),
    "access": gettext_lazy("Getting in"),
    "school": gettext_lazy("School"),
    FOCUS: gettext_lazy("Focus"),
    "confirmed": gettext_lazy("How fresh it is"),
    KIND: gettext_lazy("Kind of page"),
    EVENT_KIND: gettext_lazy("Kind of event"),
}
SERVES = "serves"
FACETS = (*GROUPS, OPEN)
# These have an order of their own; the others show what leads to most results first.
IN_ORDER = {"who": tuple(WHO), HOURS: tuple(OPENING)}
MOST_OPTIONS = 12
MOST_LABELLED = 2 * MOST_OPTIONS  # Some values have no label any more; reading the words of all would take long.


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    checked: bool
    level: int = 0  # How many of the options above it hold it.


@dataclass(frozen=True)
class Group:
    name: str
    label: str
    options: tuple[Option, ...]

    @property
    def is_used(self) -> bool:
        return any(option.checked for option in self.options)


def with_facets(asked: SearchRequest) -> SearchRequest:
    """Of the areas served there are thousands; they are counted only where a ZIP code was given."""
    facets = (*FACETS, SERVES) if _zip_of(asked) else FACETS
    return replace(asked, facets=facets, instead=asked.instead and with_facets(asked.instead))


def groups_beside(found: SearchResponse) -> list[Group]:
    """Everything to choose from beside an answer; who gave a ZIP code may ask for those who serve it."""
    asked = found.answered
    groups = facet_groups(found.facets, asked.groups, asked.language, total=found.total)
    serving = {each.value: each.count for each in found.facets.get(SERVES, ())}
    return [*groups, *_serving(asked, serving)]


def facet_groups(
    facets: Mapping[str, tuple[FacetCount, ...]],
    chosen: Mapping[str, frozenset[str]],
    language: str,
    *,
    total: int | None = None,
) -> list[Group]:
    """Groups with something to choose from; what is chosen stays visible even with nothing left in it."""
    found = []
    for name, label in GROUPS.items():
        counts = {each.value: each.count for each in facets.get(name, ())}
        options = list(_options(name, counts, chosen.get(name, frozenset()), language))
        if options and not _changes_nothing(options, total):
            found.append(Group(name, str(label), tuple(_arranged(name, options[:MOST_OPTIONS]))))
    return found


def _options(name: str, counts: Mapping[str, int], picked: frozenset[str], language: str) -> Iterable[Option]:
    likely = sorted(counts, key=lambda value: -counts[value])[:MOST_LABELLED]
    order = IN_ORDER.get(name)
    offered = [value for value in order or likely if value in counts]
    labels = labels_of(name, dict.fromkeys([*offered, *sorted(picked)]), language)
    options = [Option(value, label, counts.get(value, 0), value in picked) for value, label in labels.items()]
    return options if order else sorted(options, key=lambda each: (not each.checked, -each.count, each.label))


def _arranged(name: str, options: list[Option]) -> Iterable[Option]:
    """A narrow need right below the wide one that holds it."""
    wider = wider_needs([option.value for option in options]) if name == "need" else {}
    below: defaultdict[str, list[Option]] = defaultdict(list)
    for option in options:
        below[wider.get(option.value, "")].append(option)
    waiting = [(option, 0) for option in reversed(below.pop("", []))]
    while waiting:
        option, level = waiting.pop()
        yield replace(option, level=level)
        waiting += [(each, level + 1) for each in reversed(below.pop(option.value, []))]
    for circle in below.values():
        yield from circle


def _changes_nothing(options: list[Option], total: int | None) -> bool:
    """A single value that every result has says nothing and excludes nothing."""
    return len(options) == 1 and not options[0].checked and options[0].count == total


def _serving(asked: SearchRequest, counts: Mapping[str, int]) -> Iterable[Group]:
    zip_code = _zip_of(asked)
    known = registry.facets().get(SERVES)
    values = known(frozenset({zip_code})) if known and zip_code else frozenset()
    checked = not values.isdisjoint(asked.filters.get(SERVES, ()))
    count = _serving_count(asked, values, counts)
    if values and (count or checked):
        (label,) = labels_of(SERVES, [zip_code], asked.language).values()
        yield Group(SERVES, str(gettext_lazy("Area they serve")), (Option(zip_code, label, count, checked),))


def _serving_count(asked: SearchRequest, values: frozenset[str], counts: Mapping[str, int]) -> int:
    """Who names the town may name the ZIP code too: only then the counts of the answer do not tell."""
    present = [counts[value] for value in values if counts.get(value)]
    if len(present) < 2:
        return sum(present)
    narrowed = replace(asked, filters={**asked.filters, SERVES: values}, facets=(), page=1, per_page=1, instead=None)
    return search(narrowed).total


def _zip_of(asked: SearchRequest) -> str:
    label = asked.near.label if asked.near else ""
    return label if label.isdigit() else ""
