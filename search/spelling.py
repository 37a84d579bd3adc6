"""What a reader may have meant: words not typed to the end, and words with a slip of the finger or the ear."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import islice, takewhile
from operator import itemgetter
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from search.analysis import WORD, fold, main_stem
from search.languages import languages
from search.models import SearchVocabulary
from search.question import LONGEST_TEXT, Clause, Question, either, question, replaced
from search.stamps import THESAURUS, VOCABULARY, Kept
from search.thesaurus import stored
from search.thesaurus.sounds import HEARD, sound

SHORTEST_CORRECTED = 4
SHORTEST_WITH_TWO_SLIPS = 6
MOST_ENDINGS = 24
MOST_SLIPS = 2_000  # Remembered by a process.
TWO = 2
LEAST_ALIKE = 0.925  # Of words with two slips; "esconder" and "escoger" are further apart than a finger slips.
BY_EAR = 0.5  # Written as it sounds: less than a slip of the finger.


@dataclass(frozen=True)
class Spelled:
    """`documents` is 0 for a word that only the thesaurus has, and less for one that is only said there."""

    language: str
    word: str
    spelling: str
    documents: int = 0


@dataclass(frozen=True)
class Repair:
    """`text` is the question as it should be spelled; empty if words were only completed."""

    question: Question
    text: str


class Spellings:
    """Words to compare with, by how they are written and how they sound."""

    def __init__(self, words: Iterable[Spelled]) -> None:
        self._words: defaultdict[str, list[Spelled]] = defaultdict(list)
        for each in words:
            self._words[each.word].append(each)
        self._written = _ByLength((word, tuple(found)) for word, found in self._words.items())
        self._stems: defaultdict[str, set[str]] = defaultdict(set)
        for each in (each for found in self._words.values() for each in found):
            self._stems[each.language].add(main_stem(each.word, each.language))
        self._heard = {language: _ByLength(self._sounds(language)) for language in HEARD if language in languages()}
        self.near = lru_cache(MOST_SLIPS)(self._near)  # The same slips are made again and again.

    def __contains__(self, word: str) -> bool:
        """Also in another form: what has the same stem is found without being corrected."""
        return word in self._words or any(main_stem(word, each) in stems for each, stems in self._stems.items())

    def _near(self, word: str, slips: int) -> tuple[tuple[float, Spelled], ...]:
        """The words with at most so many slips, each with their number."""
        written = [(float(count), each) for count, found in self._written.near(word, slips) for each in found]
        heard = [
            (count + BY_EAR, each)
            for language, sounds in self._heard.items()
            for count, found in sounds.near(sound(word, language), slips - 1)
            for each in found
        ]
        return (*written, *heard)

    def _sounds(self, language: str) -> Iterator[tuple[str, tuple[Spelled, ...]]]:
        for word, found in self._words.items():
            if own := tuple(each for each in found if each.language == language):
                yield sound(word, language), own


class _ByLength:
    """Words of lengths too different are not even looked at."""

    def __init__(self, words: Iterable[tuple[str, tuple[Spelled, ...]]]) -> None:
        self._words: defaultdict[int, list[str]] = defaultdict(list)
        self._found: defaultdict[int, list[tuple[Spelled, ...]]] = defaultdict(list)
        for word, found in words:
            self._words[len(word)].append(word)
            self._found[len(word)].append(found)

    def near(self, word: str, slips: int) -> Iterator[tuple[int, tuple[Spelled, ...]]]:
        for length in range(len(word) - slips, len(word) + slips + 1):
            if words := self._words.get(length):
                near = process.extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
                yield from ((count, self._found[length][at]) for _word, count, at in near)


class Beginnings:
    """Words in order, so that those which begin alike stand together; the rows are word, language and documents."""

    def __init__(self, words: Iterable[tuple[str, str, int]]) -> None:
        self._words = sorted(words)

    def of(self, beginning: str) -> list[tuple[str, str]]:
        """The words in most documents that begin so, as (language, word)."""
        start = bisect_left(self._words, beginning, key=itemgetter(0))
        alike = takewhile(lambda row: row[0].startswith(beginning), islice(self._words, start, None))
        return [(row[1], row[0]) for row in nsmallest(MOST_ENDINGS, alike, key=lambda row: (-row[2], row[0], row[1]))]


def repair(text: str, asked: Question, language: str) -> Repair:
    """Words that the index or the thesaurus has are left alone: an exact word always beats a corrected one."""
    known = _known()
    unknown = [each for each in asked.clauses if not each.concepts and not any(each.word in words for words in known)]
    finished = {each.word: whole for each in unknown if each.word == asked.unfinished and (whole := finish(each))}
    corrected = {
        each.word: found.spelling
        for each in unknown
        if each.word not in finished and (found := _closest(each.word, language, known))
    }
    meant = respelled(text, corrected) if corrected else ""
    again = question(meant, stored.current()) if meant else asked
    return Repair(replaced(again, lambda each: finished.get(each.word, each)), meant)


def respelled(text: str, corrected: Mapping[str, str]) -> str:
    return WORD.sub(lambda match: corrected.get(fold(match.group()), match.group()), text[:LONGEST_TEXT])


def finish(each: Clause) -> Clause | None:
    """The same clause for every common word that begins so."""
    endings = _beginnings().of(each.word)
    return either(each.word, endings) if endings else None


def closest(word: str, language: str) -> Spelled | None:
    """The known word with the fewest slips; among equals one of the reader's language, then the most frequent."""
    return _closest(word, language, _known())


def _closest(word: str, language: str, known: Iterable[Spellings]) -> Spelled | None:
    slips = _slips_allowed(word)
    near = [found for words in known for found in words.near(word, slips) if _alike(word, *found)] if slips else []
    return min(near, key=lambda each: _unlikely(word, language, *each))[1] if near else None


def _alike(word: str, slips: float, found: Spelled) -> bool:
    """The second slip must leave the word much as it is, or be one more letter left out."""
    left_out = len(found.word) - len(word) == slips
    return slips < TWO or left_out or JaroWinkler.similarity(word, found.word) >= LEAST_ALIKE


def _unlikely(word: str, language: str, slips: float, found: Spelled) -> tuple[float, bool, float, int, str]:
    apart = -JaroWinkler.similarity(word, found.word) if slips >= TWO else 0
    return slips, found.language != language, apart, -found.documents, found.word


def _known() -> tuple[Spellings, Spellings]:
    """The words of the index, and those of the thesaurus."""
    return _vocabulary(), _thesaurus()


def _slips_allowed(word: str) -> int:
    if len(word) < SHORTEST_CORRECTED or not word.isalpha():
        return 0
    return 2 if len(word) >= SHORTEST_WITH_TWO_SLIPS else 1


def _of_the_index() -> Spellings:
    return Spellings(Spelled(*row) for row in _indexed("language", "word", "spelling", "documents"))


def _indexed(*columns: str) -> Iterator[tuple[Any, ...]]:
    return SearchVocabulary.objects.filter(documents__gt=0).values_list(*columns).iterator()


def _of_the_thesaurus() -> Spellings:
    return Spellings(
        Spelled(language, word, spelling, -1 if is_said else 0)
        for (language, word), (spelling, is_said) in stored.current().spellings.items()
    )


_vocabulary = Kept(VOCABULARY, _of_the_index)
_beginnings = Kept(VOCABULARY, lambda: Beginnings(_indexed("word", "language", "documents")))
_thesaurus = Kept(THESAURUS, _of_the_thesaurus)
