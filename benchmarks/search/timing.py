"""Times of two things in turn, so that both meet the same machine."""

from collections.abc import Callable, Mapping
from statistics import median, quantiles
from time import perf_counter

Act = Callable[[], object]


def times(acts: Mapping[str, Act], *, rounds: int, at_most: float = 20.0) -> dict[str, list[float]]:
    """Milliseconds of each round by name; fewer rounds for what is slow, after one that does not count."""
    found: dict[str, list[float]] = {name: [] for name in acts}
    for act in acts.values():
        act()
    for _round in range(rounds):
        for name, act in acts.items():
            if sum(found[name]) < at_most * 1000:
                began = perf_counter()
                act()
                found[name].append((perf_counter() - began) * 1000)
    return found


def middle(found: list[float]) -> float:
    return median(found)


def p95(found: list[float]) -> float:
    return quantiles(found, n=20)[-1] if len(found) > 1 else found[0]
