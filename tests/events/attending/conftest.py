import pytest
from django.core.cache import cache

from home.tree import Rooms, ensure_tree


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture(autouse=True)
def nobody_has_sent_forms_yet() -> None:
    cache.clear()
