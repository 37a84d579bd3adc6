"""A shift at a date as people read it, on pages and in letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from core.clock import day_and_year_in_words, hours_in_words, time_in_words
from core.context import dialable
from core.languages import Word
from core.models import said
from core.spoken import spoken_name
from events.models import EventPage
from events.public.finding import pages_of
from events.public.places import EventPlace, places_of
from events.signups.models import ShiftDate

FEW = 5


@dataclass(frozen=True)
class ShownShift:
    """`left` is a sentence; `starts_at` in the zone of the event."""

    pk: int
    title: Word
    url: str
    role: Word
    note: Word
    starts_at: datetime
    day: str
    hours: str
    place: EventPlace
    online_url: str
    bring: Word
    contact_phone: str
    contact_email: str
    left: str
    is_full: bool
    is_scarce: bool
    is_off: bool
    reason: Word
    minimum_age: int | None
    tier: Any
    languages: str

    @property
    def contact_href(self) -> str:
        return f"tel:{dialable(self.contact_phone)}" if self.contact_phone else ""


def shown_shifts(rows: Iterable[ShiftDate], language: str) -> list[ShownShift]:
    """From rows fetched `whole()`; three queries more for any number of them. In an active language."""
    kept = list(rows)
    events = {row.occurrence.event_id: row.occurrence.event for row in kept}
    pages, places = pages_of(events.values(), language), places_of(events.values(), language)
    return [
        _shown(row, pages.get(row.occurrence.event.translation_key), places[row.occurrence.event_id], language)
        for row in kept
    ]


def shown_shift(row: ShiftDate, language: str) -> ShownShift:
    return shown_shifts([row], language)[0]


def when_in_words(row: ShiftDate) -> tuple[str, str]:
    """The day, and the hours; with the name of the zone where it is not the district's."""
    event = row.occurrence.event
    starts = row.starts_at.astimezone(event.zone)
    day = day_and_year_in_words(starts.date())
    if row.occurrence.is_all_day and row.starts_at == row.occurrence.starts_at:
        return day, gettext("all day")
    if row.ends_at:
        hours = hours_in_words(starts.time(), row.ends_at.astimezone(event.zone).time())
    else:
        hours = time_in_words(starts.time())
    return day, hours if event.time_zone == settings.TIME_ZONE else f"{hours} ({event.zone.key.replace('_', ' ')})"


def moment_in_words(at: datetime) -> str:
    """`at` in the zone it is to be told in."""
    return f"{day_and_year_in_words(at.date())}, {time_in_words(at.time())}"


def places_left(row: ShiftDate) -> str:
    if row.left < 1:
        return gettext("Full: you can wait for a place")
    return ngettext("%(left)s place left", "%(left)s places left", row.left) % {"left": row.left}


def _shown(row: ShiftDate, own: EventPage | None, place: EventPlace, language: str) -> ShownShift:
    event = row.occurrence.event
    page = own or event
    day, hours = when_in_words(row)
    return ShownShift(
        pk=row.pk,
        title=Word(page.title, "" if page.text_language == language else page.text_language),
        url=page.url or "",
        role=said(row.role, language),
        note=said(row.note, language),
        starts_at=row.starts_at.astimezone(event.zone),
        day=day,
        hours=hours,
        place=place,
        online_url=event.online_url,
        bring=said(event.bring, language),
        contact_phone=event.contact_phone,
        contact_email=event.contact_email,
        left=places_left(row),
        is_full=row.left < 1,
        is_scarce=0 < row.left <= FEW,
        is_off=row.off or row.starts_at <= timezone.now(),
        reason=said(row.occurrence.reason, language),
        minimum_age=row.minimum_age,
        tier=row.tier,
        languages=", ".join(spoken_name(code) for code in row.languages),
    )
