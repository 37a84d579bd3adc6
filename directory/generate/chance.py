"""Decisions that look like life and are the same whenever the seed is the same."""

import uuid
from collections.abc import Sequence
from math import exp, log
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    def __init__(self, seed: int):
        self._random = Random(seed)  # noqa: S311  listings for measurement, no secrets

    def uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self._random.getrandbits(128), version=4)

    def happens(self, probability: float) -> bool:
        return self._random.random() < probability

    def number(self, least: int, most: int) -> int:
        return least + int(self._random.random() * (most - least + 1))

    def near(self, value: float, width: float) -> float:
        return round(value + (self._random.random() - 0.5) * width, 5)

    def rank(self, length: int) -> int:
        """Zipf's law: the second of a list comes half as often as the first, the tenth a tenth as often."""
        return int(exp(self._random.random() * log(length + 1))) - 1

    def often_first(self, items: Sequence[T]) -> T:
        return items[self.rank(len(items))]

    def any_of(self, items: Sequence[T]) -> T:
        return items[int(self._random.random() * len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Different ones, the first of the list more often; fewer when luck repeats itself."""
        return [items[rank] for rank in dict.fromkeys(self.rank(len(items)) for _ in range(count))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        return self._random.sample(items, len(items))
