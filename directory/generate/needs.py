"""The needs generated services answer: those of the directory itself, with the words people search them by."""

from dataclasses import dataclass
from uuid import UUID

from core.languages import Words, with_words
from directory import taxonomy
from directory.generate.chance import Chance
from directory.generate.phrases import LANGUAGES, Said
from directory.models import TaxonomyTerm


@dataclass(frozen=True)
class Need:
    term_id: UUID
    name: Said
    about: Said
    words: dict[str, list[str]]

    def word(self, chance: Chance) -> Said:
        """Something people type when they look for it, not the same thing in each language."""
        return {language: chance.often_first(self.words[language]) for language in LANGUAGES}


def known_needs() -> list[Need]:
    """Every need that belongs to a wider one; loads Open Eligibility where there is none yet."""
    if not TaxonomyTerm.objects.facts().exists():
        taxonomy.load()
    terms = list(TaxonomyTerm.objects.public().exclude(parent=None).order_by("pk"))
    by_language = {language: [words for _term, words in with_words(terms, language)] for language in LANGUAGES}
    return [
        Need(
            term.pk,
            {language: by_language[language][place].name.text for language in LANGUAGES},
            {language: by_language[language][place].description.text for language in LANGUAGES},
            {language: _search_words(by_language[language][place]) for language in LANGUAGES},
        )
        for place, term in enumerate(terms)
    ]


def _search_words(words: Words) -> list[str]:
    listed = [word.strip() for word in words.search_words.text.split(";")]
    return [word for word in listed if word] or [words.name.text]
