"""The thesaurus of this site: compiled once per process, and anew as soon as anybody changed it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from search.languages import languages
from search.thesaurus import stamp
from search.thesaurus.models import Concept
from search.thesaurus.reading import Thesaurus

T = TypeVar("T")


class Compiled(Generic[T]):
    """Costs one query for the stamp as long as nothing changed."""

    def __init__(self, compile: Callable[[], T]) -> None:
        self._compile = compile
        self._kept: tuple[tuple[str, tuple[str, ...]], T] | None = None

    def __call__(self) -> T:
        # The stamp is read first: a change that comes between is compiled now and once more next time.
        key = (stamp.current(), languages())
        kept = self._kept
        if kept is None or kept[0] != key:
            kept = self._kept = (key, self._compile())
        return kept[1]


def _compile() -> Thesaurus:
    rows = Concept.objects.filter(active=True).select_related("broader").prefetch_related("words")
    return Thesaurus(row.content() for row in rows)


_thesaurus = Compiled(_compile)


def current() -> Thesaurus:
    return _thesaurus()
