"""Wagtail locales by language code, remembered per process: every public query asks for them."""

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale

_known: dict[str, int] = {}


def locale_id(language: str) -> int:
    """Primary key of the locale of a language code; creates the locale of a language named in LANGUAGES."""
    if language not in _known:
        _known[language] = Locale.objects.get_or_create(language_code=language)[0].pk
    return _known[language]


def source_language() -> str:
    return settings.LANGUAGE_CODE


def source_locale_id() -> int:
    return locale_id(source_language())


def target_languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES if code != source_language()]


def _forget(**_kwargs: object) -> None:
    _known.clear()


post_save.connect(_forget, sender=Locale, dispatch_uid="core.locales")
post_delete.connect(_forget, sender=Locale, dispatch_uid="core.locales")
