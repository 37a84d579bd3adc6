"""Events on pages of others: a school's, a value's, the home page; and how to reach one from a list to take home."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from core.languages import Word
from core.locales import locale_id
from events.models import EventIndexPage, EventPage, Occurrence
from events.public.asked import Asked
from events.public.dates import shown_date
from events.public.finding import EventCard, cards_of, coming, occurrences_of
from events.public.places import EventPlace, places_of
from schools.models import SchoolPage
from schools.reaching import Place, Reach
from schools.sections import Section
from schools.topics.public.links import Link, links

SHOWN = 4
LOOKED_THROUGH = 60  # So many dates, to find so many different events.


def calendar_url(language: str, **asked: Any) -> str:
    """Empty as long as there is no calendar in that language."""
    index = EventIndexPage.objects.live().filter(locale_id=locale_id(language)).first()
    if index is None:
        return ""
    return f"{index.url}?{urlencode(asked)}" if asked else index.url or ""


def next_events(asked: Asked, language: str, most: int = SHOWN) -> list[EventCard]:
    """The next date of each event, those soonest first."""
    rows, seen = [], set()
    for row in coming(asked, timezone.localdate(), None).taking_place()[:LOOKED_THROUGH]:
        if row.event_id not in seen:
            seen.add(row.event_id)
            rows.append(row)
    return cards_of(rows[:most], language)


def at_school(school: SchoolPage, language: str) -> Section | None:
    cards = next_events(Asked(school=str(school.pk)), language)
    index = calendar_url(language)
    feed = f"{settings.PUBLIC_URL}{index}feed/?school={school.pk}" if index else ""
    context = {
        "cards": cards,
        "all_url": calendar_url(language, school=school.pk),
        "webcal": urlsplit(feed)._replace(scheme="webcal").geturl() if feed else "",
    }
    return Section("events/coming.html", context) if cards else None


def tagged(events: Any, language: str) -> Sequence[Link]:
    """Of events that carry a value or a pillar: those with a date to come."""
    upcoming = Occurrence.objects.coming(timezone.now()).taking_place().order_by().values("event")
    return links(events.live().filter(pk__in=upcoming).order_by("title"), language)


def reach_of_events(keys: Collection[UUID], language: str) -> Mapping[UUID, Reach]:
    events = EventPage.objects.facts().live().filter(translation_key__in=keys).select_related("school", "location")
    places = places_of(events, language)
    return {event.translation_key: _reach(event, places[event.pk], language) for event in events}


def _reach(event: EventPage, place: EventPlace, language: str) -> Reach:
    school = event.host_school
    phone = event.contact_phone or (school.phone if school else "")
    where = Place(Word(place.in_one_line), Word(_when(event, language)))
    return Reach(phone, (where,) if where else (), website="" if event.is_cancelled else event.online_url)


def _when(event: EventPage, language: str) -> str:
    if event.is_cancelled:
        return gettext("Cancelled")
    row = event.occurrences.coming(timezone.now()).taking_place().first()
    if row is None:
        return gettext("Over")
    shown = shown_date(event, row, language, timezone.now())
    return f"{shown.day}, {shown.hours}"


def search_cards(keys: Collection[str], language: str) -> dict[str, EventCard]:
    """For results of a search: the next date of each event, by translation key."""
    rows = occurrences_of(Asked()).coming(timezone.now()).filter(event__translation_key__in=keys)
    first: dict[int, Occurrence] = {}
    for row in rows.select_related("event"):
        if row.event_id not in first or (first[row.event_id].is_cancelled and not row.is_cancelled):
            first[row.event_id] = row
    shown = list(first.values())
    cards = cards_of(shown, language)
    return {str(row.event.translation_key): card for row, card in zip(shown, cards, strict=True)}
