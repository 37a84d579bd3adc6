"""How people say the value of a filter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from search.analysis import fold, words


@dataclass(frozen=True, kw_only=True)
class Saying:
    """`phrases` say that `group` is to be `value`, in any language, written as people write them.

    They do not say it inside the phrases of `unless`, right after a word of `not_after` or right before one of
    `not_before`; where `last` is set, not unless they end the question; without `alone`, not if nothing else is asked.
    In a phrase `00` stands for any of `numbers`, which the value may name as `{}`. Words that are `kept` are looked for
    all the same.
    """

    group: str
    value: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    last: bool = False
    alone: bool = True
    numbers: range = range(0)
    kept: bool = False


NUMBER = "00"
Sayings = Callable[[], Iterable[Saying]]


def listed(phrases: str) -> tuple[str, ...]:
    """Phrases divided by semicolons."""
    return tuple(phrase.strip() for phrase in phrases.split(";") if phrase.strip())


def any_of(folded_words: str) -> frozenset[str]:
    return frozenset(folded_words.split())


def folded(phrase: str) -> tuple[str, ...]:
    return tuple(word for match in words(phrase) if (word := fold(match.group())))
