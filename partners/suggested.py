"""A suggestion becomes a draft that the office calls about and completes."""

from typing import Any

from django.db import transaction

from core.locales import source_locale_id
from directory.models import Organization, Phone, Service
from partners.models import Outcome, Suggestion


@transaction.atomic
def make_draft(suggestion: Suggestion, *, by: Any) -> Service | Organization | None:
    """None where somebody has decided already. An organization of the same name is taken for the same one."""
    if not suggestion.settle(Outcome.SETTLED, by=by):
        return None
    is_service = suggestion.what == Suggestion.What.SERVICE
    name = (suggestion.organization if is_service else "") or suggestion.name
    organization = Organization.objects.facts().filter(name__iexact=name).first()
    if organization is None:
        told = {} if is_service else _told(suggestion, "website")
        organization = _stored(Organization(name=name, **told), "" if is_service else suggestion.phone, by)
    if not is_service:
        Suggestion.objects.filter(pk=suggestion.pk).update(made_organization=organization)
        return organization
    service = Service(organization=organization, name=suggestion.name, **_told(suggestion, "url"))
    _stored(service, suggestion.phone, by)
    Suggestion.objects.filter(pk=suggestion.pk).update(service=service)
    return service


def _told(suggestion: Suggestion, page: str) -> dict[str, str]:
    description = "\n".join(filter(None, (suggestion.words, suggestion.place, suggestion.hours)))
    return {"description": description, page: suggestion.website if suggestion.website.startswith("http") else ""}


def _stored(draft: Any, phone: str, by: Any) -> Any:
    draft.live, draft.locale_id = False, source_locale_id()
    if phone:
        draft.phones.add(Phone(number=phone))
    draft.save()
    draft.save_revision(user=by, clean=False)
    return draft
