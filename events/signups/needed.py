"""What is needed most, for the first page: the next shifts of volunteers that still have places."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from core.languages import Word
from core.models import said
from events.models import EventPage, Kind
from events.public.finding import pages_of
from events.signups.models import ShiftDate
from events.signups.shown import places_left, when_in_words

SOON = timedelta(days=21)
SHOWN = 3
LOOKED_THROUGH = 30  # So many shifts, to find so many different events.


@dataclass(frozen=True)
class Needed:
    pk: int
    title: Word
    role: Word
    day: str
    hours: str
    left: str


def needed_soon(language: str) -> list[Needed]:
    """One shift of each event, in an active language; two queries."""
    now = timezone.now()
    rows = (
        ShiftDate.objects.open_to_sign_up(now)
        .with_places()
        .filter(occurrence__event__kind=Kind.VOLUNTEER, starts_at__lt=now + SOON)
    )
    first: dict[int, ShiftDate] = {}
    for row in rows.select_related("occurrence__event__locale")[:LOOKED_THROUGH]:
        first.setdefault(row.occurrence.event_id, row)
    shown = list(first.values())[:SHOWN]
    pages = pages_of([row.occurrence.event for row in shown], language)
    return [_needed(row, pages.get(row.occurrence.event.translation_key), language) for row in shown]


def _needed(row: ShiftDate, page: EventPage | None, language: str) -> Needed:
    named = page or row.occurrence.event
    written_in = "" if named.text_language == language else named.text_language
    day, hours = when_in_words(row)
    return Needed(row.pk, Word(named.title, written_in), said(row.role, language), day, hours, places_left(row))
