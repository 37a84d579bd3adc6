"""What a reader may have meant: words not typed to the end, and words with a slip of the finger or the ear."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis import WORD, fold
from search.languages import languages
from search.models import SearchVocabulary
from search.question import LONGEST_TEXT, Clause, Question, either, question, replaced
from search.stamps import THESAURUS, VOCABULARY, Kept
from search.thesaurus import stored
from search.thesaurus.reading import Thesaurus
from search.thesaurus.sounds import HEARD, sound

SHORTEST_CORRECTED = 4
SHORTEST_WITH_TWO_SLIPS = 6
MOST_ENDINGS = 24
BY_EAR = 0.5  # Written as it sounds: less than a slip of the finger.


@dataclass(frozen=True)
class Spelled:
    """`documents` is 0 for a word that only the thesaurus has."""

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
        self._written = list(self._words)
        self._heard = {language: self._by_sound(language) for language in HEARD if language in languages()}

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def near(self, word: str, slips: int) -> Iterator[tuple[float, Spelled]]:
        """The words with at most so many slips, each with their number."""
        for written, count, _at in process.extract(
            word, self._written, scorer=OSA.distance, score_cutoff=slips, limit=None
        ):
            yield from ((count, each) for each in self._words[written])
        for language, (sounds, words) in self._heard.items():
            heard = process.extract(
                sound(word, language), sounds, scorer=OSA.distance, score_cutoff=slips - 1, limit=None
            )
            for _sound, count, at in heard:
                yield count + BY_EAR, words[at]

    def _by_sound(self, language: str) -> tuple[list[str], list[Spelled]]:
        words = [each for spelled in self._words.values() for each in spelled if each.language == language]
        return [sound(each.word, language) for each in words], words


def repair(text: str, asked: Question, language: str) -> Repair:
    """Words that the index or the thesaurus has are left alone: an exact word always beats a corrected one."""
    unknown = [each for each in asked.clauses if not each.concepts and not _is_known(each.word)]
    finished = {each.word: whole for each in unknown if each.word == asked.unfinished and (whole := finish(each))}
    corrected = {
        each.word: found.spelling
        for each in unknown
        if each.word not in finished and (found := closest(each.word, language))
    }
    meant = respelled(text, corrected) if corrected else ""
    again = question(meant, stored.current()) if meant else asked
    return Repair(replaced(again, lambda each: finished.get(each.word, each)), meant)


def respelled(text: str, corrected: Mapping[str, str]) -> str:
    return WORD.sub(lambda match: corrected.get(fold(match.group()), match.group()), text[:LONGEST_TEXT])


def finish(each: Clause) -> Clause | None:
    """The same clause for every common word that begins so."""
    begins = SearchVocabulary.objects.filter(word__startswith=each.word, documents__gt=0)
    endings = list(begins.order_by("-documents", "word").values_list("language", "word")[:MOST_ENDINGS])
    return either(each.word, endings) if endings else None


def closest(word: str, language: str) -> Spelled | None:
    """The known word with the fewest slips; among equals one of the reader's language, then the most frequent."""
    slips = _slips_allowed(word)
    if not slips:
        return None
    near = [found for known in (_vocabulary(), _thesaurus()) for found in known.near(word, slips)]
    if not near:
        return None
    return min(near, key=lambda each: (each[0], each[1].language != language, -each[1].documents, each[1].word))[1]


def _is_known(word: str) -> bool:
    return word in _vocabulary() or word in _thesaurus()


def _slips_allowed(word: str) -> int:
    if len(word) < SHORTEST_CORRECTED or not word.isalpha():
        return 0
    return 2 if len(word) >= SHORTEST_WITH_TWO_SLIPS else 1


def _of_the_index() -> Spellings:
    known = SearchVocabulary.objects.filter(documents__gt=0)
    return Spellings(Spelled(*row) for row in known.values_list("language", "word", "spelling", "documents"))


def _of_the_thesaurus() -> Spellings:
    thesaurus: Thesaurus = stored.current()
    return Spellings(
        Spelled(language, word, spelling)
        for language, words in thesaurus.words.items()
        for word, spelling in words.items()
    )


_vocabulary = Kept(VOCABULARY, _of_the_index)
_thesaurus = Kept(THESAURUS, _of_the_thesaurus)
