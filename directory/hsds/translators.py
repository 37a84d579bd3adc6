"""The translator's editor keeps texts of its own: after an import it must show what the import brought."""

import uuid
from typing import Any

from wagtail_localize.models import StringTranslation, TranslationSource

from core.locales import source_locale_id
from core.translation import follow_source
from directory.hsds.kinds import Kind


def tell_translators(kind: Kind, written: dict[uuid.UUID, set[str]]) -> None:
    """For listings that are in the editor already: forget what it has for the texts just written, then follow."""
    edited = TranslationSource.objects.filter(specific_content_type__model=kind.model._meta.model_name)
    listings = kind.model._base_manager.filter(
        locale_id=source_locale_id(), translation_key__in=edited.values("object_id")
    )
    for facts in listings:
        if facts.pk in written:
            _follow(facts, written[facts.pk])


def _follow(facts: Any, paths: set[str]) -> None:
    contexts = [f"child_words.{path}" if "." in path else path for path in paths]
    StringTranslation.objects.filter(context__object_id=facts.translation_key, context__path__in=contexts).delete()
    follow_source(facts)
