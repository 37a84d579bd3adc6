"""Wagtail locales by language code, remembered per process: every public query asks for them."""

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale

_known: dict[str, int] = {}


def locale_id(language: str) -> int:
    """Primary key of the locale of a language code; raises Locale.DoesNotExist for a language not in LANGUAGES."""
    if language not in _known:
        _known[language] = Locale.objects.get(language_code=language).pk
    return _known[language]


def ensure_locales(using: str = DEFAULT_DB_ALIAS, **_kwargs: object) -> None:
    """After every `migrate`: each language of the settings has its locale."""
    _known.clear()
    if Locale._meta.db_table in connections[using].introspection.table_names():
        for code, _name in settings.LANGUAGES:
            Locale.objects.using(using).get_or_create(language_code=code)


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
