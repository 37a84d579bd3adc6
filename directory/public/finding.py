"""From an address to a record: by its slug in the reader's language, else by the original's."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from core.languages import Words, words_of
from core.locales import locale_id, source_locale_id


@dataclass(frozen=True)
class Found:
    """`canonical` is false when the record has an address of its own in this language."""

    facts: Any
    words: Words
    canonical: bool


def find(shown: QuerySet, slug: str, language: str) -> Found:
    """Raises Http404 when nothing public has that slug in the language or in the source language."""
    model = shown.model
    rows = model._default_manager.filter(slug=slug, live=True, locale_id__in={locale_id(language), source_locale_id()})
    by_locale = dict(rows.values_list("locale_id", "translation_key"))
    key = by_locale.get(locale_id(language)) or by_locale.get(source_locale_id())
    facts = shown.filter(translation_key=key).first() if key else None
    if facts is None:
        raise Http404
    words = words_of(facts, language)
    return Found(facts, words, canonical=words.slug == slug)
