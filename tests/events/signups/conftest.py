import pytest

from home.tree import Rooms, ensure_tree


@pytest.fixture
def rooms(db: None) -> dict[str, Rooms]:
    return ensure_tree()
