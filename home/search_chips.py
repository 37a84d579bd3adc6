"""What an answer was narrowed to: a chip for each filter, chosen or understood, that takes it away again."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext

from home.search_labels import labels_of
from home.search_opening import moment_label
from home.search_state import without, without_words
from search.request import SearchRequest, Understood
from search.understanding import is_applied

PLACES = ("zip", "near", "place")


@dataclass(frozen=True)
class Chip:
    label: str
    remove_url: str
    understood: bool = False
    left_out: bool = False


def chips(path: str, state: QueryDict, asked: SearchRequest, answered: SearchRequest) -> list[Chip]:
    """What was understood but left nothing to find stays visible, as left out."""
    understood = [
        Chip(label, without_words(path, state, each.words), understood=True, left_out=not is_applied(each, answered))
        for each in asked.understood
        if (label := _understood_label(each, asked))
    ]
    return [*understood, *_chosen(path, state, asked), *_when(path, state, asked), *_where(path, state, asked)]


def _understood_label(each: Understood, asked: SearchRequest) -> str:
    if each.group == "open":
        return moment_label(each.value) or each.words
    if each.group == "zip":
        return gettext("Near %(place)s") % {"place": each.value}
    if each.group == "near_me":
        return gettext("Near me") if asked.near else ""
    labels = labels_of(each.group, sorted(each.values), asked.language).values()
    return " / ".join(labels) or each.words


def _chosen(path: str, state: QueryDict, asked: SearchRequest) -> Iterator[Chip]:
    """In the order of the address; what only the sentence asked for has a chip of its own."""
    for name, values in asked.groups.items():
        chosen = [value for value in dict.fromkeys(state.getlist(name)) if value in values]
        for value, label in labels_of(name, chosen, asked.language).items():
            yield Chip(label, without(path, state, (name, value)))


def _when(path: str, state: QueryDict, asked: SearchRequest) -> Iterator[Chip]:
    value = state.get("open", "")
    if asked.open_at is not None and (label := moment_label(value)):
        yield Chip(label, without(path, state, ("open", value)))


def _where(path: str, state: QueryDict, asked: SearchRequest) -> Iterator[Chip]:
    given = [(name, value) for name in PLACES for value in state.getlist(name)]
    if asked.near is None or not given:
        return
    place = asked.near.label or state.get("zip", "")
    label = gettext("Near %(place)s") % {"place": place} if place else gettext("Near me")
    within = state.get("within", "")
    if asked.within_miles is not None:
        yield Chip(within_label(within), without(path, state, ("within", within)))
    yield Chip(label, without(path, state, *given, ("within", within)))


def within_label(miles: str) -> str:
    if miles == "1":
        return gettext("At most %(miles)s mile away") % {"miles": miles}
    return gettext("At most %(miles)s miles away") % {"miles": miles}
