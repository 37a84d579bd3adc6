"""What the pages of topics show below their own words. Features above and beside register their part, as for schools.

The directory brings services, events their dates, document pairs their papers: each for a page type it names.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from core.models import FactsPage
from schools.sections import Section

# From the facts page and a language; None when there is nothing to say.
MakeSection = Callable[[Any, str], Section | None]

_makers: defaultdict[type[FactsPage], dict[str, tuple[int, MakeSection]]] = defaultdict(dict)


def register_section(of: type[FactsPage], name: str, order: int, make: MakeSection) -> None:
    """`of` is ProgrammePage, TopicHubPage, ValuePage or PillarPage; `order`: 10 programmes, 20 services, 30 events,
    40 papers, 60 news. Registering again replaces."""
    _makers[of][name] = (order, make)


def sections_of(page: FactsPage) -> list[Section]:
    """In the language of the page that is read."""
    language = page.locale.language_code
    makers = sorted(_makers[type(page)].values(), key=lambda maker: maker[0])
    return [section for _order, make in makers if (section := make(page.facts, language)) is not None]
