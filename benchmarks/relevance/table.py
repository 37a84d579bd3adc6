"""The rows of the table: per finder, one for each language and one for both."""

from collections.abc import Iterator, Sequence

from benchmarks.relevance.corpus import Corpus
from benchmarks.relevance.finders import Finder
from benchmarks.relevance.judged import Judged
from benchmarks.relevance.measures import Score, mean, score

SHOWN = 5


def rows(name: str, find: Finder, corpus: Corpus, queries: Sequence[Judged], *, misses: bool) -> Iterator[str]:
    scores: dict[str, list[Score]] = {"en": [], "es": []}
    for query in queries:
        grades = corpus.grades(query)
        if not grades:
            continue
        found = [grades.get(key, 0) for key in find(query.text, query.language)]
        one = score(found, grades.values())
        scores[query.language].append(one)
        if misses and not one.success_5:
            yield f"<!-- {name}: {query.language}: {query.text} ({query.shape}): {found[:SHOWN]} -->"
    for language, found_scores in {**scores, "both": [*scores["en"], *scores["es"]]}.items():
        yield _row(name, language, len(found_scores), mean(found_scores))


def _row(name: str, language: str, count: int, it: Score) -> str:
    numbers = (it.success_1, it.success_5, it.reciprocal_rank, it.ndcg)
    return f"| {name} | {language} | {count} | {' | '.join(f'{number:.2f}' for number in numbers)} |"
