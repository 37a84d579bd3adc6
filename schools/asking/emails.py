"""Mails about requests: to staff with a link and nothing about the family; to a family its list."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Site
from wagtail.users.models import UserProfile

from core.clock import day_and_year_in_words
from core.locales import source_language
from core.mail import post
from core.models import District
from schools.asking.models import HelpRequest, ResourceList
from schools.asking.shown_list import ShownItem, shown_items


def key_of(request: HelpRequest) -> str:
    """How the keys of all mails about a request begin."""
    return f"request:{request.pk}:"


def tell_who_answers(request: HelpRequest) -> None:
    """No address to write to is no reason to lose a request: it stands on the desk all the same."""
    to, language = _reader(request)
    if not to:
        return
    with override(language):
        context = {
            "request": {"reference": request.reference, "urgent": request.is_urgent},
            "due": day_and_year_in_words(request.due_on),
            "link": settings.PUBLIC_URL + reverse("desk_request", args=[request.reference]),
        }
    try:
        post("request_to_answer", to, language, f"{key_of(request)}to:{request.times_assigned}", context)
    except ValidationError:
        return


def send_list(resources: ResourceList, to: str, address: str) -> None:
    """Raises ValidationError for an address that cannot be written to."""
    request = resources.request
    language = request.page_language
    context = {"link": address, "items": [_told(item) for item in shown_items(resources, language)]}
    post("resource_list", to, language, f"{key_of(request)}list:{_edition(resources)}", context)


def _edition(resources: ResourceList) -> str:
    """The same list goes once; one that was changed since goes again."""
    numbers = ",".join(str(item.pk) for item in resources.items.all())
    return f"{resources.pk}:{hashlib.sha256(numbers.encode()).hexdigest()[:12]}"


def _told(item: ShownItem) -> dict[str, Any]:
    lines = [item.note, item.reach.phone, *map(str, item.reach.places), item.reach.website_alone]
    return {"title": item.title.text, "lines": [line for line in lines if line], "has_left": item.has_left}


def _reader(request: HelpRequest) -> tuple[str, str]:
    """The address and the language of whoever answers; the office reads the source language."""
    if request.assigned is None:
        return settings.REQUESTS_EMAIL or _office_address(), source_language()
    person = request.assigned.person
    address = (person.account.email if person.account else "") or person.email
    return address, _language_of(person.account)


def _language_of(account: Any) -> str:
    profile = UserProfile.objects.filter(user=account).first() if account else None
    chosen = profile.preferred_language if profile else ""
    return chosen if chosen in dict(settings.LANGUAGES) else source_language()


def _office_address() -> str:
    site = Site.objects.filter(is_default_site=True).first()
    return District.for_site(site).email if site else ""
