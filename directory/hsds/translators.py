"""The translator's editor keeps texts of its own: after an import it must show what the import brought."""

import uuid
from typing import Any

from wagtail_localize.models import StringTranslation, TranslationSource

from core.translation import follow_source
from directory.hsds.kinds import Kind

BATCH = 500


def tell_translators(kind: Kind, written: dict[uuid.UUID, set[str]]) -> None:
    """For listings that are in the editor already: forget what it has for the texts just written, then follow."""
    keys = list(written)
    for start in range(0, len(keys), BATCH):
        listings = {
            row.translation_key: row for row in kind.model._base_manager.filter(pk__in=keys[start : start + BATCH])
        }
        known = TranslationSource.objects.filter(object_id__in=listings)
        for key in known.values_list("object_id", flat=True):
            _follow(listings[key], written[listings[key].pk])


def _follow(facts: Any, paths: set[str]) -> None:
    contexts = [f"child_words.{path}" if "." in path else path for path in paths]
    StringTranslation.objects.filter(context__object_id=facts.translation_key, context__path__in=contexts).delete()
    follow_source(facts)
