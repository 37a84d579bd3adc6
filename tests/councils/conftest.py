import pytest

from home.tree import Rooms, ensure_tree


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()
