import pytest
from django.core.cache import cache

from home.tree import Rooms, ensure_tree


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture(autouse=True)
def fresh_counts() -> None:
    cache.clear()
