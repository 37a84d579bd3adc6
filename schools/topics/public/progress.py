"""What the page of promises shows: how many stand where, and each of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from core.languages import Word
from core.models import said
from schools.topics.models import ProgressPage, Promise

ICONS = {
    Promise.State.PROMISED: "calendar",
    Promise.State.UNDER_WAY: "clock",
    Promise.State.DONE: "check",
    Promise.State.CHANGED: "warning",
}


@dataclass(frozen=True)
class ShownPromise:
    what: Word
    state: str
    label: str
    icon: str
    since: date
    because: Word
    source: Word
    source_url: str


@dataclass(frozen=True)
class Count:
    label: str
    icon: str
    count: int


def progress_context(page: ProgressPage) -> dict[str, Any]:
    language = page.locale.language_code
    promises = list(page.facts.promises.all())
    return {"promises": [_shown(promise, language) for promise in promises], "counts": counts(promises)}


def counts(promises: Iterable[Promise]) -> list[Count]:
    """In the order a promise goes; states nothing is in are left out."""
    by_state = Counter(promise.state for promise in promises)
    return [Count(str(state.label), ICONS[state], by_state[state]) for state in Promise.State if by_state[state]]


def progress_at(school: Any) -> ProgressPage | None:
    pages: QuerySet[ProgressPage] = ProgressPage.objects.child_of(school).live()
    return pages.first()


def _shown(promise: Promise, language: str) -> ShownPromise:
    state = Promise.State(promise.state)
    source = said(promise.source, language)
    return ShownPromise(
        what=said(promise.what, language),
        state=promise.state,
        label=str(state.label),
        icon=ICONS[state],
        since=promise.since,
        because=said(promise.because, language),
        source=source or Word(promise.source_url),
        source_url=promise.source_url,
    )
