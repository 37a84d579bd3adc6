from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete
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


@receiver(post_delete, dispatch_uid="core.words")
def words_go_too(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    """Deleting an original deletes its translations: words without facts say nothing."""
    if isinstance(instance, WordsMixin) and instance.is_source:
        sender._default_manager.filter(translation_key=instance.translation_key).delete()
