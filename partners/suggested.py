"""A suggestion becomes a draft that the office calls about and completes."""

from typing import Any

from django.db import transaction

from core.locales import source_locale_id
from directory.models import Organization, Phone, Service
from partners.models import Outcome, Suggestion


@transaction.atomic
def make_draft(suggestion: Suggestion, *, by: Any) -> Service | None:
    """None where somebody has decided already. An organization of the same name is taken for the same one."""
    if not suggestion.settle(Outcome.SETTLED, by=by):
        return None
    name = suggestion.organization or suggestion.name
    organization = Organization.objects.facts().filter(name__iexact=name).first()
    if organization is None:
        organization = Organization(name=name, live=False, locale_id=source_locale_id())
        organization.save()
        organization.save_revision(user=by, clean=False)
    service = Service(
        organization=organization,
        name=suggestion.name,
        description="\n".join(filter(None, (suggestion.words, suggestion.place, suggestion.hours))),
        url=suggestion.website if suggestion.website.startswith("http") else "",
        live=False,
        locale_id=source_locale_id(),
    )
    if suggestion.phone:
        service.phones.add(Phone(number=suggestion.phone))
    service.save()
    service.save_revision(user=by, clean=False)
    Suggestion.objects.filter(pk=suggestion.pk).update(service=service)
    return service
