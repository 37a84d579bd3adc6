"""Events as calendars get them."""

from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from core.languages import Word
from core.models import said
from events.ics.writing import CalendarEvent
from events.models import EventPage
from events.public.places import EventPlace


def calendar_event(page: EventPage, event: EventPage, place: EventPlace, language: str) -> CalendarEvent:
    """`page` has the words, `event` the facts, `place` is in the language; raises ValueError for a page without any."""
    series = event.series
    if series is None:
        raise ValueError("a page without facts")
    edition = getattr(event, "edition", None)
    changed_at = edition.changed_at if edition else event.last_published_at or timezone.now()
    with override(language):
        return CalendarEvent(
            uid=uid(event.uid),
            sequence=edition.number if edition else 0,
            stamp=changed_at,
            last_modified=changed_at,
            series=series,
            title=page.title,
            description="\n".join(filter(None, (page.intro, _bring(event, language), event.contact_phone))),
            place=place.in_one_line or event.online_url,
            url=settings.PUBLIC_URL + (page.url or ""),
            latitude=place.point[0] if place.point else None,
            longitude=place.point[1] if place.point else None,
            language=language,
            is_cancelled=event.is_cancelled,
            reasons=reasons_of(event, language),
            categories=(str(event.get_kind_display()),),
        )


def uid(name: object) -> str:
    """RFC 7986 §5.3, with the site's host behind it so that two districts' never meet."""
    return f"{name}@{urlsplit(settings.PUBLIC_URL).hostname}"


def reasons_of(event: EventPage, language: str) -> dict[date, str]:
    found = {row.day: said(row.reason, language) for row in event.changed_dates.all()}
    return {day: word.text for day, word in found.items() if word}


def _bring(event: EventPage, language: str) -> str:
    words: Word = said(event.bring, language)
    return words.text
