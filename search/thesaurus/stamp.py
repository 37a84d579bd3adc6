"""How every process notices that the thesaurus changed: a stamp that each change renews."""

import uuid
from typing import Any

from django.db.models.signals import post_delete, post_save

from search.thesaurus.models import Concept, ConceptWords, PromotedAnswer, PromotedAnswerWords, Stamp

FOLLOWED = (Concept, ConceptWords, PromotedAnswer, PromotedAnswerWords)


def current() -> str:
    return Stamp.objects.values_list("value", flat=True).first() or ""


def renew(**_kwargs: Any) -> None:
    """To be called after changes that send no signals; a random value, since a rolled back one must not come again."""
    stamp = Stamp(pk=1, value=uuid.uuid4().hex)
    Stamp.objects.bulk_create([stamp], update_conflicts=True, unique_fields=["id"], update_fields=["value"])


def follow() -> None:
    for model in FOLLOWED:
        for signal in (post_save, post_delete):
            signal.connect(renew, sender=model, dispatch_uid=f"search.stamp.{model.__name__}")
