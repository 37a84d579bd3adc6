"""Reading a question: which of its words choose a filter, and what is left of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from search.opening import day_named, next_time
from search.request import HOURS, NEAR_ME, OPEN, ZIP, Understood
from search.sentence.marks import CLOCK, Mark, Phrasebook, Token, tokens
from search.sentence.sayings import Saying, any_of
from search.sentence.times import AFTER_A_DAY

# Words that belong to what is said and mean nothing without it: "que esté abierto el sábado", "in ZIP code 93905".
_WITH_TIMES = any_of(
    """
    que this the el los la las este esta on for para is are be open opens opened abierto abierta abiertos abiertas
    abre abren abra abran esten estan by next proximo proxima
    """
)
_WITH_ZIPS = any_of(
    """
    in en zip code codigo postal near around cerca close del de to area el
    """
)
_AFTER_TIMES = any_of("open abierto abierta abiertos abiertas")
# One moment, one place: of several the first counts, and the others stay words.
_ONCE = (OPEN, ZIP)


@dataclass(frozen=True)
class Reading:
    """`rest` is the text without the words that were understood and say no more than that."""

    rest: str
    understood: tuple[Understood, ...] = ()


class Reader:
    """`groups` are the facets that may be chosen."""

    def __init__(self, sayings: Iterable[Saying], groups: Iterable[str]) -> None:
        self._book = Phrasebook(sayings)
        self._groups = frozenset(groups) | {OPEN, ZIP, NEAR_ME}

    def read(self, text: str, now: datetime) -> Reading:
        asked = tokens(text)
        found = _resolved(_joined(self._book.marks(asked), asked), now)
        marks = list(_widened(list(_once(mark for mark in found if mark.group in self._groups)), asked))
        covered = {at for mark in marks for at in range(mark.start, mark.end)}
        if len(covered) == len(asked):
            marks = [mark for mark in marks if mark.alone]
        pieces = [(asked[mark.start].start, asked[mark.end - 1].end) for mark in marks]
        said = (text[start:end] for start, end in pieces)
        understood = tuple(Understood(words, mark.group, mark.value) for words, mark in zip(said, marks, strict=True))
        return Reading(
            _cut(text, [piece for piece, mark in zip(pieces, marks, strict=True) if not mark.kept]), understood
        )


def _cut(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    if not pieces:
        return text
    kept, at = [], 0
    for start, end in pieces:
        kept.append(text[at:start])
        at = end
    return " ".join(" ".join([*kept, text[at:]]).split())


def _joined(marks: Sequence[Mark], asked: Sequence[Token]) -> Iterator[Mark]:
    """A day and the part of it or the time that stands beside it are one: "Saturday morning", "a las 5 mañana"."""
    waiting: Mark | None = None
    for mark in marks:
        following = _with_part(mark, asked)
        joined = _together(waiting, following) if waiting and _beside(waiting, following, asked) else None
        if waiting and not joined:
            yield waiting
        waiting = joined or following
    if waiting:
        yield waiting


def _with_part(mark: Mark, asked: Sequence[Token]) -> Mark:
    if not _is_day(mark) or "-" in mark.value or mark.end >= len(asked):
        return mark
    part = AFTER_A_DAY.get(asked[mark.end].word)
    return replace(mark, end=mark.end + 1, value=f"{mark.value}-{part}") if part else mark


def _beside(first: Mark, second: Mark, asked: Sequence[Token]) -> bool:
    return all(token.word in _WITH_TIMES for token in asked[first.end : second.start])


def _together(first: Mark, second: Mark) -> Mark | None:
    day, other = (first, second) if _is_day(first) else (second, first)
    if not _is_day(day) or day is other:
        return None
    start, end = first.start, second.end
    if other.group == CLOCK:
        return Mark(start, end, group=CLOCK, value=f"{day.value.partition('-')[0]} {other.value}")
    if other.group == HOURS and "-" not in day.value and other.value in ("morning", "afternoon", "evening"):
        return Mark(start, end, group=OPEN, value=f"{day.value}-{other.value}")
    return None


def _is_day(mark: Mark) -> bool:
    return mark.group == OPEN and mark.value not in ("now", "tonight", "weekend")


def _resolved(marks: Iterable[Mark], now: datetime) -> Iterator[Mark]:
    for mark in marks:
        if mark.group != CLOCK:
            yield mark
            continue
        name, _, clock = mark.value.rpartition(" ")
        day = day_named(name, now) if name else None
        value = f"{day.isoformat()}T{clock}" if day else next_time(clock, now)
        yield replace(mark, group=OPEN, value=value)


def _once(marks: Iterable[Mark]) -> Iterator[Mark]:
    seen = set()
    for mark in marks:
        if mark.group not in seen:
            yield mark
        if mark.group in _ONCE:
            seen.add(mark.group)


def _widened(marks: Sequence[Mark], asked: Sequence[Token]) -> Iterator[Mark]:
    taken = 0
    limits = [mark.start for mark in marks[1:]] + [len(asked)] * bool(marks)
    for mark, limit in zip(marks, limits, strict=True):
        leading = {OPEN: _WITH_TIMES, HOURS: _WITH_TIMES, ZIP: _WITH_ZIPS}.get(mark.group, frozenset())
        trailing = _AFTER_TIMES if mark.group in (OPEN, HOURS) else frozenset()
        start, end = mark.start, mark.end
        while start > taken and asked[start - 1].word in leading:
            start -= 1
        while end < limit and asked[end].word in trailing:
            end += 1
        taken = end
        yield replace(mark, start=start, end=end)
