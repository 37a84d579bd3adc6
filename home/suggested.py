"""The needs by their names and search words, remembered per process: the field asks for them at every letter."""

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save

from core.languages import with_words
from directory.models import TaxonomyTerm
from search.analysis import fold

REMEMBERED_SECONDS = 60  # An office that renames a need sees it here at once, its other processes a minute later.


@dataclass(frozen=True)
class Suggested:
    """`lang` is the language of the text where that is not the reader's."""

    kind: str
    key: str
    text: str
    lang: str


@dataclass(frozen=True)
class _Need:
    key: str
    name: str
    lang: str
    written: tuple[tuple[str, ...], ...]
    depth: int


class Needs:
    def __init__(self) -> None:
        self.read_at = monotonic()
        terms = list(TaxonomyTerm.objects.public())
        parents = {term.pk: term.parent_id for term in terms}
        self._by_language = {
            code: [
                _Need(str(term.pk), words.name.text, words.name.lang, _written(words), _depth(term.pk, parents))
                for term, words in with_words(terms, code)
            ]
            for code, _name in settings.LANGUAGES
        }

    def beginning(self, typed: str, language: str) -> Iterator[Suggested]:
        """Those in whose words all typed words begin one: the reader's language first, then wide before narrow."""
        wanted = fold(typed).split()
        if not wanted:
            return
        seen: set[str] = set()
        for code in sorted(self._by_language, key=lambda code: code != language):
            matching = [(rank, need) for need in self._by_language[code] if (rank := _rank(wanted, need)) is not None]
            for _rank_of, need in sorted(matching, key=lambda each: (each[0], each[1].depth, each[1].name)):
                if need.key not in seen and need.name not in seen:
                    seen.update((need.key, need.name))
                    yield Suggested("need", need.key, need.name, need.lang or ("" if code == language else code))


_kept: Needs | None = None
_reading = Lock()


def known_needs() -> Needs:
    global _kept  # noqa: PLW0603  one per process, on purpose
    with _reading:
        if _kept is None or monotonic() - _kept.read_at > REMEMBERED_SECONDS:
            _kept = Needs()
        return _kept


def _forget(**_kwargs: Any) -> None:
    global _kept  # noqa: PLW0603  see above
    _kept = None


post_save.connect(_forget, sender=TaxonomyTerm, dispatch_uid="home.suggested")
post_delete.connect(_forget, sender=TaxonomyTerm, dispatch_uid="home.suggested")


def _written(words: Any) -> tuple[tuple[str, ...], ...]:
    """The name first; then each of the words people use for it. All word by word."""
    texts = (words.name.text, *words.search_words.text.split(";"))
    return tuple(tuple(fold(text).split()) for text in texts if text.strip())


def _depth(key: Any, parents: dict[Any, Any]) -> int:
    depth, seen = 0, {key}
    while (key := parents.get(key)) and key not in seen:
        seen.add(key)
        depth += 1
    return depth


def _rank(wanted: list[str], need: _Need) -> int | None:
    """0 where the name begins so, 1 where words of the name do, 2 for its other words; None for no match."""
    for number, text in enumerate(need.written):
        if all(any(word.startswith(each) for word in text) for each in wanted):
            return 2 if number else int(not text[0].startswith(wanted[0]))
    return None
