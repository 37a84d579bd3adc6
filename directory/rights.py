"""Who may touch what in the directory.

Whoever may add listings may edit their facts. A right to `change` without a right to `add` is a translator's: it is for
translation rows only, and only in the languages the person has the right to write (`directory.translate_<language>`).
"""

from typing import Any

from django.contrib.auth import get_permission_codename
from django.db.models import Model
from wagtail.permission_policies import ModelPermissionPolicy

from core.locales import target_languages
from core.models import WordsMixin

READING = frozenset({"view"})


def permission(action: str, model: type[Model]) -> str:
    return f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"


def words_codename(language: str) -> str:
    return f"translate_{language.replace('-', '_')}"


def may_edit_facts(user: Any, model: type[Model]) -> bool:
    return user.has_perm(permission("add", model))


def may_write_words(user: Any, model: type[Model], language: str) -> bool:
    return may_edit_facts(user, model) or user.has_perm(f"directory.{words_codename(language)}")


def languages_written_by(user: Any, model: type[Model]) -> list[str]:
    return [language for language in target_languages() if may_write_words(user, model, language)]


def may_touch(user: Any, row: WordsMixin) -> bool:
    """Whether a person may change this very row, given that they may change rows of its kind at all."""
    if row.is_source:
        return may_edit_facts(user, type(row))
    return may_write_words(user, type(row), row.locale.language_code)


class DirectoryPermissionPolicy(ModelPermissionPolicy):
    def user_has_permission_for_instance(self, user: Any, action: str, instance: WordsMixin) -> bool:
        if not self.user_has_permission(user, action):
            return False
        return action in READING or may_touch(user, instance)
