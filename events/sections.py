"""What an event's page shows below its own facts. Features above register their part; events import none."""

from collections.abc import Callable

from django.http import HttpRequest

from events.models import EventPage
from schools.sections import Section

# From the event's facts page, a language, and the request; None when there is nothing to say.
MakeSection = Callable[[EventPage, str, HttpRequest], Section | None]

_makers: dict[str, tuple[int, MakeSection]] = {}


def register_section(name: str, order: int, make: MakeSection) -> None:
    """Registering again replaces."""
    _makers[name] = (order, make)


def sections_of(event: EventPage, language: str, request: HttpRequest) -> list[Section]:
    makers = sorted(_makers.values(), key=lambda maker: maker[0])
    return [section for _order, make in makers if (section := make(event, language, request)) is not None]
