from typing import Any

from django.db.models import Model
from django.dispatch import receiver
from wagtail.signals import published

from core.models.words import WordsMixin
from core.translation import follow_source, record_states


@receiver(published, dispatch_uid="core.words")
def words_follow(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    """Publishing an original flags its translations; publishing a translation records what it translates."""
    if not isinstance(instance, WordsMixin):
        return
    if instance.is_source:
        follow_source(instance)
    else:
        record_states(instance)
