"""The places in a question where something is said."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.analysis import fold, words
from search.request import HOURS, ZIP
from search.sentence.clock import clock
from search.sentence.sayings import NUMBER, Saying, any_of, folded
from search.zips import point_of_zip

CLOCK = "clock"
Phrase = tuple[str, ...]
# Words between a word and what it is said of: "clases de inglés".
_BETWEEN = any_of("de del of the el la los las un una a an al to")
_FIVE = re.compile(r"[0-9]{5}")
_NUMBER = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)?")


@dataclass(frozen=True)
class Token:
    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Mark:
    """The tokens from `start` up to `end` say that `group` is `value`; without a group they say nothing."""

    start: int
    end: int
    group: str = ""
    value: str = ""
    alone: bool = True
    kept: bool = False


def tokens(text: str) -> list[Token]:
    found = (Token(fold(match.group()), *match.span()) for match in words(text))
    return [token for token in found if token.word]


class Phrasebook:
    """All phrases by their first word."""

    def __init__(self, sayings: Iterable[Saying]) -> None:
        self._phrases: defaultdict[str, dict[Phrase, list[Saying | None]]] = defaultdict(dict)
        for saying in sayings:
            for phrase in saying.phrases:
                self._add(folded(phrase), saying)
            for phrase in saying.unless:
                self._add(folded(phrase), None)

    def _add(self, phrase: Phrase, saying: Saying | None) -> None:
        if phrase:
            self._phrases[phrase[0]].setdefault(phrase, []).append(saying)

    def marks(self, asked: Sequence[Token]) -> list[Mark]:
        """From left to right, at each word the longest that says something or keeps it from being said."""
        row = [token.word for token in asked]
        found, at = [], 0
        while at < len(row):
            mark = max(filter(None, (_zip(row, at), _time(row, at), self._longest(row, at))), key=_length, default=None)
            if mark and mark.group:
                found.append(mark)
            at = mark.end if mark else at + 1
        return found

    def _longest(self, row: Sequence[str], at: int) -> Mark | None:
        for phrase, sayings in self._standing(row, at):
            end = at + len(phrase)
            number = _number_in(phrase, row, at)
            for saying in sayings:
                if saying is None:
                    return Mark(at, end)
                if number in (saying.numbers or (None,)) and _holds(saying, row, at, end):
                    return Mark(at, end, saying.group, saying.value.format(number), saying.alone, saying.kept)
        return None

    def _standing(self, row: Sequence[str], at: int) -> list[tuple[Phrase, list[Saying | None]]]:
        """The phrases that begin here, the longest first."""
        first = (row[at], NUMBER) if _NUMBER.fullmatch(row[at]) else (row[at],)
        phrases = [each for word in first for each in self._phrases.get(word, {}).items()]
        return sorted((each for each in phrases if _stands(each[0], row, at)), key=lambda each: -len(each[0]))


def _stands(phrase: Phrase, row: Sequence[str], at: int) -> bool:
    here = row[at : at + len(phrase)]
    return len(here) == len(phrase) and all(
        word == said or (said == NUMBER and _NUMBER.fullmatch(word)) for said, word in zip(phrase, here, strict=True)
    )


def _number_in(phrase: Phrase, row: Sequence[str], at: int) -> int | None:
    found = _NUMBER.fullmatch(row[at + phrase.index(NUMBER)]) if NUMBER in phrase else None
    return int(found[1]) if found else None


def _length(mark: Mark) -> int:
    return mark.end - mark.start


def _holds(saying: Saying, row: Sequence[str], start: int, end: int) -> bool:
    if saying.last and end < len(row):
        return False
    before, after = start - 1, end
    while before >= 0 and row[before] in _BETWEEN:
        before -= 1
    return not (
        (before >= 0 and row[before] in saying.not_after) or (after < len(row) and row[after] in saying.not_before)
    )


def _zip(row: Sequence[str], at: int) -> Mark | None:
    """Five digits are a ZIP code if there is one and no street follows the number."""
    known = _FIVE.fullmatch(row[at]) and point_of_zip(row[at])
    return Mark(at, at + 1, ZIP, row[at]) if known else None


def _time(row: Sequence[str], at: int) -> Mark | None:
    here = " ".join(row[at : at + 8])
    if not (found := clock(here, 0)):
        return None
    end, value = found
    return Mark(at, at + here[:end].count(" ") + 1, CLOCK if ":" in value else HOURS, value)
