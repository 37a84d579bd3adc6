"""Dates of events that fit what is asked, each with the page a reader of the language gets."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from core.languages import Word
from core.locales import locale_id
from core.spoken import spoken_name
from events.models import EventPage, Occurrence, Price
from events.models.occurrences import OccurrenceQuerySet
from events.public.asked import Asked
from events.public.dates import ShownDate, shown_date
from events.public.places import place_names, point_of
from schools.models import SchoolPage

MOST_LANGUAGES = 3


@dataclass(frozen=True)
class EventCard:
    url: str
    title: Word
    line: Word
    kind: str
    date: ShownDate
    place: str
    is_free: bool
    languages: tuple[str, ...]
    is_cancelled: bool
    points: str = ""  # As `directory.public.cards.Card` has it, for pins on a map.


def occurrences_of(asked: Asked) -> OccurrenceQuerySet:
    """Of live events, in no order yet, whenever they are."""
    rows = Occurrence.objects.public()
    if asked.kind:
        rows = rows.filter(event__kind=asked.kind)
    if asked.cost:
        rows = rows.filter(event__price=asked.cost)
    if asked.school:
        school = SchoolPage.objects.get(pk=int(asked.school))
        below = Q(event__path__startswith=school.path, event__depth=school.depth + 1)
        rows = rows.filter(below | Q(event__school=school))
    if asked.language:
        rows = rows.filter(event__pk__in=_spoken(asked.language))
    return rows


def _spoken(code: str) -> list[int]:
    """In Python, as SQLite has no question for what a list in JSON holds."""
    events = EventPage.objects.facts().live().values_list("pk", "languages", "interpreters")
    return [pk for pk, held_in, interpreted in events if code in (*held_in, *interpreted)]


def coming(asked: Asked, start: date, end: date | None) -> OccurrenceQuerySet:
    """From today's remaining ones on; the days are those of the district's clocks."""
    rows = occurrences_of(asked)
    first = max(_midnight(start), timezone.now()) if start <= timezone.localdate() else _midnight(start)
    if end is None:
        return rows.coming(first)
    return rows.between(first, _midnight(end + timedelta(days=1)))


def within(asked: Asked, start: date, end: date) -> OccurrenceQuerySet:
    """Past ones, too: for grids of days."""
    return occurrences_of(asked).between(_midnight(start), _midnight(end + timedelta(days=1)))


def cards_of(rows: Iterable[Occurrence], language: str) -> list[EventCard]:
    """A fixed number of queries for any number of them."""
    kept = list(rows)
    events = EventPage.objects.filter(pk__in={row.event_id for row in kept}).select_related("school", "location")
    by_pk = {event.pk: event for event in events.prefetch_related("location__addresses")}
    pages = pages_of(by_pk.values(), language)
    places = place_names(by_pk.values(), language)
    now = timezone.now()
    return [
        _card(
            by_pk[row.event_id],
            pages.get(by_pk[row.event_id].translation_key),
            row,
            places[row.event_id],
            language,
            now,
        )
        for row in kept
    ]


def _card(
    event: EventPage, page: EventPage | None, row: Occurrence, place: str, language: str, now: datetime
) -> EventCard:
    shown = page or event
    lang = "" if shown.text_language == language else shown.text_language
    spoken = dict.fromkeys((*event.languages, *event.interpreters))
    return EventCard(
        url=shown.url or "",
        title=Word(shown.title, lang),
        line=Word(shown.intro, lang if shown.intro else ""),
        kind=str(event.get_kind_display()),
        date=shown_date(event, row, language, now),
        place=place,
        is_free=event.price == Price.FREE,
        languages=tuple(spoken_name(code) for code in list(spoken)[:MOST_LANGUAGES]),
        is_cancelled=row.is_cancelled,
        points="{},{}".format(*point) if (point := point_of(event)) else "",
    )


def pages_of(events: Iterable[EventPage], language: str) -> dict[Any, EventPage]:
    """By translation key, where there is one; links to them need no further query."""
    keys = [event.translation_key for event in events]
    pages = EventPage.objects.live().filter(locale_id=locale_id(language), translation_key__in=keys)
    return {page.translation_key: page for page in pages.select_related("locale", "alias_of__locale")}


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())
