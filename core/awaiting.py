"""What awaits somebody, on the first page of the admin: a few lines, each with its number and leading to a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component


@dataclass(frozen=True)
class Line:
    count: int
    text: Any
    url: str


class AwaitingPanel(Component):
    """Not there at all for whom no line is."""

    template_name = "admin/awaiting.html"
    heading: Any = ""

    def __init__(self, request: HttpRequest):
        self.request = request

    def lines(self) -> Iterable[Line]:
        raise NotImplementedError

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"name": self.name, "heading": self.heading, "lines": list(self.lines())}
