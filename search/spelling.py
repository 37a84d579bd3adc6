"""What a reader may have meant: words not typed to the end, and words with a slip of the finger."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import IntegerField, Value
from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.models import SearchVocabulary
from search.question import Clause, Question, clause, either, replaced

SHORTEST_CORRECTED = 4
SHORTEST_WITH_TWO_SLIPS = 6
MOST_ENDINGS = 24


@dataclass(frozen=True)
class Repair:
    """`corrected` says for each word corrected how it should be spelled; words only completed are not in it."""

    question: Question
    corrected: dict[str, str]


def repair(asked: Question, language: str) -> Repair:
    """Words the index knows are left alone: an exact word always beats a corrected one."""
    unknown = {each.word for each in asked.clauses} - known(each.word for each in asked.clauses)
    corrected: dict[str, str] = {}

    def change(each: Clause) -> Clause:
        if each.word not in unknown or each.concepts:
            return each
        if each.word == asked.unfinished and (finished := finish(each)):
            return finished
        if found := closest(each.word, language):
            corrected[each.word] = found.spelling
            return clause(found.word)
        return each

    return Repair(replaced(asked, change), corrected)


def known(words: Iterable[str]) -> set[str]:
    found = SearchVocabulary.objects.filter(word__in=set(words), documents__gt=0)
    return set(found.values_list("word", flat=True))


def finish(each: Clause) -> Clause | None:
    """The same clause for every common word that begins so."""
    begins = SearchVocabulary.objects.filter(word__startswith=each.word, documents__gt=0)
    endings = list(begins.order_by("-documents", "word").values_list("language", "word")[:MOST_ENDINGS])
    return either(each.word, endings) if endings else None


def closest(word: str, language: str) -> SearchVocabulary | None:
    """The known word with the fewest slips; among equals one of the reader's language, then the most frequent."""
    slips = _slips_allowed(word)
    if not slips:
        return None
    candidates = SearchVocabulary.objects.alias(length=Length("word", output_field=IntegerField())).filter(
        documents__gt=0, length__gte=Value(len(word) - slips), length__lte=Value(len(word) + slips)
    )
    words = dict(candidates.values_list("pk", "word"))
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
    if not near:
        return None
    fewest = min(distance for _word, distance, _pk in near)
    rows = SearchVocabulary.objects.filter(pk__in=[pk for _word, distance, pk in near if distance == fewest])
    return min(rows, key=lambda row: (row.language != language, -row.documents, row.word))


def _slips_allowed(word: str) -> int:
    if len(word) < SHORTEST_CORRECTED or not word.isalpha():
        return 0
    return 2 if len(word) >= SHORTEST_WITH_TWO_SLIPS else 1
