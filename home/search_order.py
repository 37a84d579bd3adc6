"""The orders an answer can have, each with its address: a link works without scripts."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from home.search_state import with_value
from search.request import SearchRequest

ORDERS = {
    "best": gettext_lazy("Best match"),
    "nearest": gettext_lazy("Nearest"),
    "open": gettext_lazy("Open first"),
    "newest": gettext_lazy("Newest"),
}


@dataclass(frozen=True)
class Order:
    label: str
    url: str
    current: bool


def orders(path: str, state: QueryDict, asked: SearchRequest) -> list[Order]:
    """ "Nearest" only where we know to what."""
    offered = [value for value in ORDERS if value != "nearest" or asked.near is not None]
    return [
        Order(
            str(ORDERS[value]),
            with_value(path, state, "sort", "" if value == "best" else value),
            value == asked.sort,
        )
        for value in offered
    ]
