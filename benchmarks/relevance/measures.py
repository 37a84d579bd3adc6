"""What is measured of a ranking: the grades of its first ten, best possible order known.

success@k: whether one of the first k is a good answer (grade 2 or 3). MRR: one over the place of the first good answer
among ten. nDCG@10: Järvelin and Kekäläinen's gain 2^grade - 1, discounted by log2(place + 1), over the best order's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2

GOOD = 2
DEPTH = 10


@dataclass(frozen=True)
class Score:
    success_1: float
    success_5: float
    reciprocal_rank: float
    ndcg: float


def score(found: Sequence[int], possible: Iterable[int]) -> Score:
    """`found` are the grades in the order of the answer, `possible` those of all relevant listings."""
    found = found[:DEPTH]
    first = next((place for place, grade in enumerate(found, start=1) if grade >= GOOD), None)
    best = _gain(sorted(possible, reverse=True)[:DEPTH])
    return Score(
        success_1=float(first == 1),
        success_5=float(first is not None and first <= 5),
        reciprocal_rank=1 / first if first else 0.0,
        ndcg=_gain(found) / best if best else 0.0,
    )


def mean(scores: Sequence[Score]) -> Score:
    count = len(scores) or 1
    columns = ([vars(each)[name] for each in scores] for name in Score.__dataclass_fields__)
    return Score(*(sum(column) / count for column in columns))


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, start=1))
