"""Several people press at the same moment: each in a thread and a database connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection

from home.tree import Rooms
from tests.from_nothing import tree_from_nothing

Answer = TypeVar("Answer")


def a_tree_of_pages() -> dict[str, Rooms]:
    """For tests of several people at once; skips where `at_once` would."""
    _needs_postgresql()
    return tree_from_nothing()


def _needs_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: .ci/services/postgresql starts a server")


def at_once(people: int, act: Callable[[], Answer]) -> list[Answer]:
    """Skips on the tests' SQLite: it lives in memory, where threads share one connection's locks."""
    _needs_postgresql()
    start = Barrier(people)

    def one(_number: int) -> Answer:
        try:
            connection.ensure_connection()
            start.wait(timeout=20)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(people) as pool:
        return list(pool.map(one, range(people)))
