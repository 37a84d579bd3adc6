"""What a school's page shows below its own facts. Features above and beside register their part; schools import none.

The directory brings the services, events their dates, councils their meetings: each as a template with its context.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from schools.models import SchoolPage


@dataclass(frozen=True)
class Section:
    """A part of a page: `template` is drawn with `context` alone."""

    template: str
    context: Mapping[str, Any]


# From the school's facts page and a language; None when there is nothing to say.
MakeSection = Callable[[SchoolPage, str], Section | None]

_makers: dict[str, tuple[int, MakeSection]] = {}


def register_section(name: str, order: int, make: MakeSection) -> None:
    """`order`: 10 people, 20 services, 30 events, 40 councils, 50 plans, 60 news. Registering again replaces."""
    _makers[name] = (order, make)


def sections_of(school: SchoolPage, language: str) -> list[Section]:
    makers = sorted(_makers.values(), key=lambda maker: maker[0])
    return [section for _order, make in makers if (section := make(school, language)) is not None]
