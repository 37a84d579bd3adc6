"""The address of a search as the whole question: what stands in it, and the same address with one thing changed."""

import re

from django.http import QueryDict
from django.utils import timezone

from search.opening import next_time

# What a removed filter takes along: a page number of another answer means nothing.
_OF_THE_ANSWER = ("page",)
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def state_of(data: QueryDict) -> QueryDict:
    """Without what was left empty, and with a chosen day and time as one value.

    A time without a day is the next one the clock shows.
    """
    state = data.copy()
    day, time = (state.pop(name, [""])[-1].strip() for name in ("day", "time"))
    if not day and _CLOCK.fullmatch(time):
        state["open"] = next_time(time, timezone.now())
    elif day:
        state["open"] = f"{day}T{time}" if time else day
    for name, values in list(state.lists()):
        kept = [value for value in values if value.strip()]
        if kept:
            state.setlist(name, kept)
        else:
            del state[name]
    return state


def without(path: str, state: QueryDict, *pairs: tuple[str, str]) -> str:
    """The address of the same search without those values."""
    kept = state.copy()
    for name, value in pairs:
        kept.setlist(name, [each for each in kept.getlist(name) if each != value])
    return _address(path, kept)


def without_words(path: str, state: QueryDict, words: str) -> str:
    """The address of the same search without words that were understood as a filter."""
    typed = state.get("q") or ""
    left = re.sub(re.escape(words), " ", typed, count=1, flags=re.IGNORECASE)
    return with_value(path, state, "q", " ".join(left.split()))


def with_value(path: str, state: QueryDict, name: str, value: str) -> str:
    """The address of the same search with one value in place of what had that name; empty takes it away."""
    changed = state.copy()
    changed.setlist(name, [value] if value else [])
    return _address(path, changed)


def _address(path: str, state: QueryDict) -> str:
    for name in (*_OF_THE_ANSWER, *(name for name, values in list(state.lists()) if not values)):
        state.pop(name, None)
    query = state.urlencode()
    return f"{path}?{query}" if query else path
