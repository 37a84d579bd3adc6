"""Which directory pages are live, and so where every record lives in every language."""

from core.languages import Words, words_of
from core.models import WordsMixin
from directory.models import DirectoryIndexPage
from directory.public.addresses import Addresses, paths_of


def addresses_by_language() -> dict[str, Addresses]:
    pages = DirectoryIndexPage.objects.live().filter(alias_of=None).select_related("locale")
    return {page.locale.language_code: addresses_below(page) for page in pages if page.url}


def addresses_below(page: DirectoryIndexPage) -> Addresses:
    return Addresses(page.locale.language_code, page.url)


def addresses_in(language: str) -> Addresses | None:
    """None while no directory page is live in that language."""
    return addresses_by_language().get(language)


def public_path(record: WordsMixin, language: str) -> str:
    """Where a record is read in a language; empty while there is no directory page for it."""
    addresses = addresses_in(language)
    words: Words = words_of(record, language)
    return addresses.of(record, words) if addresses else ""


def alternate_paths(record: WordsMixin, words: Words) -> dict[str, str]:
    """Where a record is read in every language; `words` are those already at hand in one of them."""
    return paths_of(record, addresses_by_language(), words)
