"""Times of several things in turn, so that all meet the same machine."""

from collections.abc import Callable, Mapping
from statistics import median, quantiles
from time import perf_counter

Act = Callable[[], object]


def times(acts: Mapping[str, Act], *, rounds: int, at_most: float = 15.0) -> dict[str, list[float]]:
    """Milliseconds of each round by name, after one that does not count; what is slow gets fewer, at least one."""
    first = {name: _milliseconds(act) for name, act in acts.items()}
    found: dict[str, list[float]] = {name: [took] if took > at_most * 1000 else [] for name, took in first.items()}
    for _round in range(rounds):
        for name, act in acts.items():
            if sum(found[name]) < at_most * 1000:
                found[name].append(_milliseconds(act))
    return found


def middle(found: list[float]) -> float:
    return median(found)


def p95(found: list[float]) -> float:
    return quantiles(found, n=20, method="inclusive")[-1] if len(found) > 1 else found[0]


def _milliseconds(act: Act) -> float:
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000
