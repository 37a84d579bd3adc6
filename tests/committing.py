"""A browser whose requests commit, so that what waits for the commit happens, though the test itself never does."""

from typing import Any

from django.test import Client, TestCase


class CommittingClient(Client):
    def request(self, **request: Any) -> Any:
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**request)
