"""Pages of one kind as links, in the reader's language where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.languages import NO_WORD, Word
from core.locales import locale_id
from core.models import FactsPage, SitePage


@dataclass(frozen=True)
class Link:
    url: str
    name: Word
    line: Word = NO_WORD


def links(pages: Iterable[FactsPage], language: str) -> list[Link]:
    """From facts pages of one model, in their order; two queries for any number of them."""
    owners = [page for page in pages if page.live]
    if not owners:
        return []
    same = type(owners[0])._default_manager.live().select_related("locale", "alias_of__locale")
    own = same.filter(locale_id=locale_id(language), translation_key__in=[page.translation_key for page in owners])
    by_key = {page.translation_key: page for page in own}
    return [link_to(by_key.get(page.translation_key, page), language) for page in owners]


def link_to(page: SitePage, language: str) -> Link:
    """The page itself, its words marked if they are in another language."""
    lang = "" if page.text_language == language else page.text_language
    return Link(page.url or "", Word(page.title, lang), Word(page.intro, lang if page.intro else ""))
