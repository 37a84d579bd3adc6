"""What happens around the publication of a listing: its history is written and its old address kept."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_migrate, pre_save
from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import published

import core.signals  # noqa: F401  a translation takes its own address there, before we compare addresses
from core.languages import facts_of, words_of
from core.locales import source_language
from core.models import WordsMixin
from directory.history import Facts, facts_in, write_history
from directory.models import Location, Organization, Service, TaxonomyTerm
from directory.office import ensure_once, last_app_with_models
from directory.public.directories import alternate_paths
from directory.redirects import keep_old_addresses

FOLLOWED = (Organization, Service, Location, TaxonomyTerm)
ADDRESSED = (Organization, Service, TaxonomyTerm)


@dataclass(frozen=True)
class Before:
    """What the public saw until now."""

    facts: Facts | None = None
    paths: dict[str, str] = field(default_factory=dict)


def as_public_now(row: WordsMixin) -> Before:
    kept = type(row)._default_manager.filter(pk=row.pk).first()
    if kept is None or not kept.live:
        # A translation that goes public for the first time moves its listing from the borrowed address.
        return Before(paths={} if row.is_source else _paths(row))
    return Before(facts_in(kept) if row.is_source else None, _paths(kept))


def _paths(row: WordsMixin) -> dict[str, str]:
    if not isinstance(row, ADDRESSED):
        return {}
    facts = type(row)._default_manager.get(pk=facts_of(row).pk)
    return alternate_paths(facts, words_of(facts, source_language())) if facts.live else {}


@receiver(pre_save, dispatch_uid="directory.publishing")
def remember(sender: type[Model], instance: Any, raw: bool = False, update_fields: Any = None, **_kwargs: Any) -> None:
    if raw or update_fields or not isinstance(instance, FOLLOWED):
        return
    if instance.live and not instance._state.adding:
        instance.before_publication = as_public_now(instance)


@receiver(published, dispatch_uid="directory.publishing")
def keep(sender: type[Model], instance: Any, revision: Revision | None = None, **_kwargs: Any) -> None:
    if not isinstance(instance, FOLLOWED):
        return
    before = getattr(instance, "before_publication", None) or Before()
    if instance.is_source:
        write_history(instance, before.facts, revision)
    keep_old_addresses(before.paths, _paths(instance))


post_migrate.connect(ensure_once, sender=last_app_with_models(), dispatch_uid="directory.office")
