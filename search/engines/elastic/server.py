"""How the server is reached: never waited for twice, and left in peace for a while after it did not answer."""

import logging
from collections.abc import Callable
from functools import lru_cache
from threading import Lock
from time import monotonic
from typing import TypeVar

from django.conf import settings
from elasticsearch import ApiError, BadRequestError, Elasticsearch, TransportError

logger = logging.getLogger(__name__)

LEFT_IN_PEACE = 5.0  # Seconds; then one question of this process tries again, and only that one may have to wait.

Answer = TypeVar("Answer")


class NotAnswering(Exception):
    """The server is away, too slow, or has no index that this version of the program understands."""


class Breaker:
    """Of one process. While it is open nobody waits for the server."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._open_until = 0.0
        self._failing = False

    @property
    def is_failing(self) -> bool:
        return self._failing

    def may_try(self) -> bool:
        with self._lock:
            if not self._failing:
                return True
            if monotonic() < self._open_until:
                return False
            self._open_until = monotonic() + LEFT_IN_PEACE
            return True

    def failed(self, error: Exception) -> None:
        with self._lock:
            first, self._failing = not self._failing, True
            self._open_until = monotonic() + LEFT_IN_PEACE
        if first:
            logger.warning("Elasticsearch does not answer; the database does: %s", error)

    def succeeded(self) -> None:
        with self._lock:
            again, self._failing = self._failing, False
        if again:
            logger.warning("Elasticsearch answers again")


breaker = Breaker()


def asked(act: Callable[[Elasticsearch], Answer], *, seconds: float | None = None) -> Answer:
    """What the server says, within the time a reader can be kept waiting or in `seconds`; else `NotAnswering`."""
    if not breaker.may_try():
        raise NotAnswering("left in peace after it did not answer")
    try:
        answer = act(client() if seconds is None else client().options(request_timeout=seconds))
    except BadRequestError as error:
        # Ours is the mistake, so others may go on asking.
        breaker.succeeded()
        logger.exception("Elasticsearch refused a request")
        raise NotAnswering(str(error)) from error
    except (ApiError, TransportError) as error:
        breaker.failed(error)
        raise NotAnswering(str(error)) from error
    breaker.succeeded()
    return answer


def client() -> Elasticsearch:
    return _client(settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_TIMEOUT)


@lru_cache(8)
def _client(url: str, seconds: float) -> Elasticsearch:
    return Elasticsearch(url, request_timeout=seconds, max_retries=0, retry_on_timeout=False)
