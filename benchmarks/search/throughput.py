"""Answers a second when four processes ask at once, each as fast as it is answered."""

from collections.abc import Mapping
from multiprocessing import get_context
from statistics import mean
from time import perf_counter
from typing import Any

from django.db import connections

from benchmarks.search.timing import Act
from search.engines.elastic import server

PROCESSES = 4
TURNS = 2


def per_second(acts: Mapping[str, Act], *, seconds: float) -> dict[str, float]:
    """In turn, so that all meet the same machine."""
    turns = [{name: _rate(act, seconds) for name, act in acts.items()} for _turn in range(TURNS)]
    return {name: mean(turn[name] for turn in turns) for name in acts}


def _rate(act: Act, seconds: float) -> float:
    fork = get_context("fork")  # Children begin with what the parent keeps in memory, as gunicorn's workers do.
    start, answers = fork.Barrier(PROCESSES), fork.Queue()
    connections.close_all()
    children = [fork.Process(target=_ask, args=(act, seconds, start, answers)) for _each in range(PROCESSES)]
    for child in children:
        child.start()
    rates = [answers.get(timeout=600) for _each in children]
    for child in children:
        child.join()
    return sum(rates)


def _ask(act: Act, seconds: float, start: Any, answers: Any) -> None:
    server._client.cache_clear()  # A connection cannot be shared with the parent.
    act()
    start.wait()
    began, count = perf_counter(), 0
    while (took := perf_counter() - began) < seconds:
        act()
        count += 1
    answers.put(count / took)
    connections.close_all()
