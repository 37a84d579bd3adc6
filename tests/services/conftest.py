"""Tests against real servers. At home an absent server skips its tests and says so; in CI it fails them."""

import os
from collections.abc import Callable

import pytest

Offered = Callable[[str], str]


@pytest.fixture(scope="session")
def offered() -> Offered:
    """Ask for a server by the name of the variable that holds its address."""

    def address(name: str) -> str:
        if value := os.environ.get(name):
            return value
        reason = f"no server: {name} is not set; the scripts in .ci/services start one and print it"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)

    return address
