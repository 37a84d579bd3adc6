"""What the page of an event shows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from core.context import dialable
from core.languages import Word, words_of
from core.models import said
from directory.public.directories import addresses_in
from events.models import EventPage
from events.public.dates import shown_dates
from events.public.facts import facts_of
from events.public.jsonld import event_data
from events.public.places import place_of
from events.recurrence.wording import in_words
from events.sections import sections_of
from schools.pairs.shown import shown_pair
from schools.topics.public.tags import tag_links

AT_FIRST, AT_MOST = 6, 60


def event_context(page: EventPage, request: HttpRequest) -> dict[str, Any]:
    """`page` in the reader's language; its facts are read off the page that owns them."""
    event, language = page.facts, page.locale.language_code
    series = event.series
    if series is None:
        return {"event": event, "dates": [], "is_over": True}
    rows = list(event.occurrences.coming(timezone.now())[:AT_MOST])
    dates = shown_dates(event, rows, language)
    taking_place = [each for each in dates if not each.is_cancelled]
    address = settings.PUBLIC_URL + (page.url or "")
    coming = taking_place[0] if taking_place and not event.is_cancelled else None
    place = place_of(event, language)
    return {
        "event": event,
        "kind": event.get_kind_display(),
        "next": coming,
        "dates": dates[:AT_FIRST],
        "more_dates": dates[AT_FIRST:],
        "has_dates": len(dates) > 1 or any(each.is_cancelled or each.was for each in dates),
        "rule": in_words(series) if series.rule else "",
        "last": None if dates else _last(event, language),
        "is_over": not dates,
        "cancelled_because": said(event.cancelled_because, language),
        "place": place,
        "host": _host(event, language),
        "facts": facts_of(event, language),
        "contact_href": f"tel:{dialable(event.contact_phone)}" if event.contact_phone else "",
        "materials": [shown_pair(row.paper, language) for row in event.materials.select_related("paper")],
        "calendar_url": f"{page.url}calendar/",
        "page_address": address,
        "message": f"{page.title}: {coming.day}, {coming.hours}. {address}" if coming else "",
        "sections": sections_of(event, language, request),
        "structured": [event_data(event, page, zip(rows, dates, strict=True), place)] if dates else [],
        **tag_links(event, language),
    }


def _last(event: EventPage, language: str) -> Any:
    last = list(event.occurrences.past(timezone.now()).taking_place()[:1])
    return shown_dates(event, last, language)[0] if last else None


def _host(event: EventPage, language: str) -> dict[str, Any] | None:
    """Who holds it: the organization it names, else the school whose page it stands below; else the district."""
    organization, school = event.organization, event.host_school
    if organization is not None:
        addresses = addresses_in(language)
        words = words_of(organization, language)
        url = addresses.organization(words) if addresses and organization.live else ""
        return {"name": words.name, "url": url}
    if school is not None:
        page = school.in_language(language)
        return {"name": Word(page.title, "" if page.text_language == language else page.text_language), "url": page.url}
    return None
