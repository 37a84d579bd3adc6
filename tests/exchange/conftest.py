from collections.abc import Iterator

import pytest

from core import locales


@pytest.fixture(autouse=True)
def locales_of_this_test() -> Iterator[None]:
    """A locale made in a test is rolled back with it, so nobody may remember its number."""
    locales._forget()
    yield
    locales._forget()
