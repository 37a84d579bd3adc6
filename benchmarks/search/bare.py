"""What one answer sends to its engine, caught on its way and sent again without us."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection

from search.engines.elastic import server


@dataclass(frozen=True)
class Statement:
    sql: str
    params: Any

    def send(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.params)
            cursor.fetchall()


@dataclass(frozen=True)
class Body:
    """A request to Elasticsearch."""

    method: str
    target: str
    body: Any
    headers: Any

    def send(self) -> None:
        transport = server.client().transport
        transport.perform_request(self.method, self.target, body=self.body, headers=self.headers)


Sent = Statement | Body


def caught(act: Callable[[], object], *, elasticsearch: bool) -> list[Sent]:
    """The statements, or where Elasticsearch answers its bodies alone: what else we read then is our own expense."""
    catching = _bodies if elasticsearch else _statements
    with catching() as sent:
        act()
    return sent


def send(all_of_it: Sequence[Sent]) -> None:
    for each in all_of_it:
        each.send()


@contextmanager
def _statements() -> Iterator[list[Sent]]:
    sent: list[Sent] = []

    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append(Statement(sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        yield sent


@contextmanager
def _bodies() -> Iterator[list[Sent]]:
    sent: list[Sent] = []
    transport = server.client().transport
    perform = transport.perform_request

    def keep(method: str, target: str, **rest: Any) -> Any:
        sent.append(Body(method, target, rest.get("body"), rest.get("headers")))
        return perform(method, target, **rest)

    transport.perform_request = keep  # type: ignore[method-assign]  # the client offers no other way to listen
    try:
        yield sent
    finally:
        transport.perform_request = perform  # type: ignore[method-assign]
