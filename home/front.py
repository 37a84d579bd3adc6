"""What the home page shows below its question."""

from typing import Any

from django.utils import timezone

from directory.models import Service
from directory.public.cards import Card, service_cards
from directory.public.directories import addresses_in
from directory.views.browse import needs_of
from events.drives.public.running import running_drives
from events.public.asked import Asked
from events.public.elsewhere import calendar_url, next_events
from events.signups.needed import needed_soon
from home.models import ArticlePage, HomePage
from schools.models import SchoolIndexPage, SchoolPage
from search.request import SearchRequest
from search.service import search

OPEN_NOW_SHOWN = 4
GUIDES_SHOWN = 4


def front_page(page: HomePage) -> dict[str, Any]:
    language = page.locale.language_code
    addresses = addresses_in(language)
    coming_up = next_events(Asked(), language)
    guides = ArticlePage.objects.live().descendant_of(page).order_by("-first_published_at")
    return {
        "needs": needs_of(addresses) if addresses else [],
        "open_now": open_now(language),
        "directory_url": addresses.base if addresses else "",
        "schools_url": schools_url(page),
        "coming_up": coming_up,
        "events_url": calendar_url(language) if coming_up else "",
        "needed": needed_soon(language),
        "neighbors": {"drives": running_drives(language)},
        "guides": guides.select_related("locale", "alias_of__locale")[:GUIDES_SHOWN],
    }


def schools_url(page: HomePage) -> str:
    """Where families find their school; empty while there is none to find."""
    index = SchoolIndexPage.objects.live().child_of(page).first()
    return index.url or "" if index is not None and SchoolPage.objects.live().child_of(index).exists() else ""


def open_now(language: str) -> list[Card]:
    addresses, now = addresses_in(language), timezone.now()
    if addresses is None:
        return []
    request = SearchRequest(
        language=language, kinds=frozenset({"service"}), open_at=now, sort="open", per_page=OPEN_NOW_SHOWN
    )
    found = [hit.object_id for hit in search(request).hits]
    services = {str(service.pk): service for service in Service.objects.public().for_cards().filter(pk__in=found)}
    return service_cards([services[pk] for pk in found if pk in services], addresses, now)
