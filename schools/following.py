"""The group of a school's editors follows the school: made, renamed and deleted with it.

Moving needs nothing, since rights are tied to the page and not to its place.
"""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from schools.models import SchoolEditors, SchoolPage
from schools.office import ensure_editors, rename_editors


@receiver(post_save, sender=SchoolPage, dispatch_uid="schools.editors_follow")
def editors_follow(instance: SchoolPage, created: bool, raw: bool = False, **_kwargs: Any) -> None:
    if raw:  # A fixture brings its own groups.
        return
    has_editors = SchoolEditors.objects.filter(school__translation_key=instance.translation_key).exists()
    if created or not has_editors:
        school = SchoolPage.objects.facts().filter(translation_key=instance.translation_key).first()
        if school is not None:
            ensure_editors(school)
    elif instance.is_source:
        rename_editors(instance)


@receiver(post_delete, sender=SchoolEditors, dispatch_uid="schools.editors_leave")
def editors_leave(instance: SchoolEditors, **_kwargs: Any) -> None:
    """Pictures and files may be in use elsewhere: a collection that holds any stays, and is the office's."""
    Group.objects.filter(pk=instance.group_id).delete()
    held = Collection.objects.filter(pk=instance.collection_id).first()
    if held is not None and not _holds_anything(held):
        held.delete()


def _holds_anything(collection: Collection) -> bool:
    return any(
        model.objects.filter(collection=collection).exists() for model in (get_image_model(), get_document_model())
    )
