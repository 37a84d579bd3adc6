"""The one place that answers: what are the facts, and what are the words in a language?

A reader gets the words of the language asked for where a person has written or reviewed them; else the source
text, marked with the language it is in. A machine draft is never public. An outdated translation stays public (it
was right yesterday) and is reported as such.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from core.locales import locale_id, source_language, source_locale_id
from core.models.words import WordsMixin, WordsState, fingerprint


@dataclass(frozen=True)
class Word:
    """A text and, when it is not in the language asked for, the code of the language it is in."""

    text: str
    lang: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


NO_WORD = Word("")


def state_of(path: str, source_text: str, translation: WordsMixin | None) -> WordsState:
    """State of one text in a translation row: missing, machine draft, outdated or reviewed."""
    if translation is None or not translation.translated_text(path):
        return WordsState.MISSING
    origin = translation.word_states.get(path)
    if origin is None:
        return WordsState.MISSING
    if origin.get("by") == "machine":
        return WordsState.MACHINE
    return WordsState.REVIEWED if origin.get("of") == fingerprint(source_text) else WordsState.OUTDATED


def summary_of(source: WordsMixin, translation: WordsMixin | None) -> WordsState:
    """The worst state among all texts of a record."""
    states = {state_of(path, text, translation) for path, text in source.source_texts().items()}
    return next((state for state in WordsState if state in states), WordsState.REVIEWED)


class Words:
    """The words of one record in one language: every text field by its name, as a `Word`."""

    def __init__(self, facts: WordsMixin, translation: WordsMixin | None, language: str, *, drafts: bool = False):
        self._facts = facts
        self._translation = translation
        self._language = language
        self._drafts = drafts

    def __getattr__(self, name: str) -> Word:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._word(name, getattr(self._facts, name))

    def child(self, child: Model, field: str) -> Word:
        """The prose of a child row of the facts."""
        return self._word(f"{child.pk}.{field}", getattr(child, field))

    @property
    def complete(self) -> bool:
        """Whether every text of the record itself is in the language asked for."""
        return all(not self._word(name, getattr(self._facts, name)).lang for name in self._facts.word_fields())

    @property
    def outdated(self) -> bool:
        return self.language_is_foreign and any(
            state_of(name, getattr(self._facts, name), self._translation) == WordsState.OUTDATED
            for name in self._facts.word_fields()
        )

    @property
    def language(self) -> str:
        return self._language

    @property
    def language_is_foreign(self) -> bool:
        return self._language != source_language()

    @property
    def slug(self) -> str:
        row = self._translation if self._translation is not None and self._translation.slug else self._facts
        return row.slug

    def _word(self, path: str, source_text: str) -> Word:
        if not source_text or not self.language_is_foreign:
            return Word(source_text)
        if self._translation is not None and self._may_show(path, source_text):
            return Word(self._translation.translated_text(path))
        return Word(source_text, source_language())

    def _may_show(self, path: str, source_text: str) -> bool:
        if self._drafts:
            return bool(self._translation is not None and self._translation.translated_text(path))
        return state_of(path, source_text, self._translation) in (WordsState.REVIEWED, WordsState.OUTDATED)


def facts_of(row: WordsMixin) -> WordsMixin:
    """The row that owns the facts of a record, given any of its rows."""
    if row.is_source:
        return row
    return type(row)._default_manager.get(translation_key=row.translation_key, locale_id=source_locale_id())


def words_of(facts: WordsMixin, language: str) -> Words:
    return with_words([facts], language)[0][1]


def with_words(records: Iterable[Any], language: str) -> list[tuple[Any, Words]]:
    """Pair each facts row with its words; one query for all of them, none in the source language."""
    rows: Sequence[WordsMixin] = list(records)
    translations = _translations(rows, language)
    return [(row, Words(row, translations.get(row.translation_key), language)) for row in rows]


def draft_words(row: WordsMixin) -> tuple[WordsMixin, Words]:
    """Facts and words for a preview: what an editor or translator sees before it is public."""
    facts = facts_of(row)
    return facts, Words(facts, None if row.is_source else row, row.locale.language_code, drafts=True)


def _translations(rows: Sequence[WordsMixin], language: str) -> dict[Any, WordsMixin]:
    if language == source_language() or not rows:
        return {}
    keys = [row.translation_key for row in rows]
    found = type(rows[0])._default_manager.filter(translation_key__in=keys, locale_id=locale_id(language), live=True)
    return {row.translation_key: row for row in found}
