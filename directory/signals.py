"""What changes in the directory reaches the search index, after the transaction commits."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import published, unpublished

import core.signals  # noqa: F401  what it records of a translation must be there before we read it
from core.locales import source_locale_id
from core.models import WordsMixin
from directory.documents import organizations, services
from directory.models import Location, Organization, Service, ServiceAtLocation, TaxonomyTerm
from search.changes import changed

FOLLOWED = (Service, Organization, Location, TaxonomyTerm)


@receiver([published, unpublished], dispatch_uid="directory.search")
def published_or_not(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    if isinstance(instance, FOLLOWED):
        _index(instance)


@receiver(post_delete, dispatch_uid="directory.search.deleted")
def deleted(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    if isinstance(instance, FOLLOWED):
        _index(instance)


@receiver([post_save, post_delete], sender=ServiceAtLocation, dispatch_uid="directory.search.place")
def placed(sender: type[Model], instance: ServiceAtLocation, **_kwargs: Any) -> None:
    changed(services.KIND, [instance.service_id])


def _index(row: WordsMixin) -> None:
    """A change of words in any language changes the one document of the thing."""
    key = _facts_key(row)
    if isinstance(row, Service):
        changed(services.KIND, [key])
    elif isinstance(row, Organization):
        changed(organizations.KIND, [key])
        changed(services.KIND, Service.objects.facts().filter(organization=key).values_list("pk", flat=True))
    elif isinstance(row, Location):
        _place_changed(key)
    elif isinstance(row, TaxonomyTerm):
        _need_changed(row)


def _facts_key(row: WordsMixin) -> Any:
    if row.is_source:
        return row.pk
    rows = type(row)._default_manager.filter(translation_key=row.translation_key, locale_id=source_locale_id())
    return rows.values_list("pk", flat=True).first()


def _place_changed(key: Any) -> None:
    changed(services.KIND, ServiceAtLocation.objects.filter(location=key).values_list("service_id", flat=True))
    changed(organizations.KIND, Organization.objects.facts().filter(locations=key).values_list("pk", flat=True))


def _need_changed(row: TaxonomyTerm) -> None:
    facts = TaxonomyTerm.objects.facts().filter(translation_key=row.translation_key).first()
    if facts is not None:
        below = TaxonomyTerm.objects.and_below(facts)
        changed(services.KIND, Service.objects.facts().answering(below).values_list("pk", flat=True))
