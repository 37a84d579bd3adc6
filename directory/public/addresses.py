"""Where things of the directory live on the site, in each language."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import override

from core.languages import Words, words_of
from core.models import WordsMixin
from directory.models import Organization, TaxonomyTerm
from directory.segments import about_segment, needs_segment, organizations_segment


@dataclass(frozen=True)
class Addresses:
    """The addresses below one directory page; `base` ends with a slash."""

    language: str
    base: str

    def service(self, words: Words) -> str:
        return f"{self.base}{words.slug}/"

    def organization(self, words: Words) -> str:
        with override(self.language):
            return f"{self.base}{organizations_segment()}/{words.slug}/"

    def need(self, words: Words) -> str:
        with override(self.language):
            return f"{self.base}{needs_segment()}/{words.slug}/"

    def about(self) -> str:
        with override(self.language):
            return f"{self.base}{about_segment()}/"

    def of(self, record: WordsMixin, words: Words) -> str:
        if isinstance(record, Organization):
            return self.organization(words)
        if isinstance(record, TaxonomyTerm):
            return self.need(words)
        return self.service(words)


def paths_of(record: WordsMixin, directories: dict[str, "Addresses"], known: Words) -> dict[str, str]:
    """Address of a record in every language that has a directory page."""
    codes = [code for code, _name in settings.LANGUAGES if code in directories]
    words = {code: known if known.language == code else words_of(record, code) for code in codes}
    return {code: directories[code].of(record, words[code]) for code in codes}
