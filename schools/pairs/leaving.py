"""A file leaves the storage with the document it belonged to."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from schools.pairs.models import PairedFile


@receiver(post_delete, sender=PairedFile, dispatch_uid="pairs.file_leaves")
def file_leaves(instance: PairedFile, **_kwargs: Any) -> None:
    """When the deletion is certain: nobody could ever find the file of a document that is no more."""
    if name := instance.file.name:
        transaction.on_commit(partial(instance.file.storage.delete, name))
