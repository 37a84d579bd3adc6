"""The smallest valid pages of topics, in a house that has a school."""

from typing import Any

from wagtail.models import Page

from core.locales import locale_id
from core.models import SitePage
from home.tree import Rooms
from schools.models import SchoolPage


def add(
    model: type[SitePage], parent: Page, title: str, *, of: SitePage | None = None, language: str = "en", **fields: Any
) -> Any:
    """A live page; `of` is the page it translates."""
    page = model(title=title, locale_id=locale_id(language), **fields)
    if of is not None:
        page.translation_key = of.translation_key
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def add_school(rooms: dict[str, Rooms], title: str = "Molino Viejo", spanish: str = "Secundaria Molino Viejo") -> Any:
    """The page that owns the facts; the Spanish one stands beside it."""
    school = add(SchoolPage, rooms["en"].schools, title)
    add(SchoolPage, rooms["es"].schools, spanish, of=school, language="es")
    return school
