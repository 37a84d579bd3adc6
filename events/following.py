"""What follows when an event is published: its dates, the edition that calendars ask for."""

import hashlib
import json
from typing import Any

from django.db.models import F
from django.utils import timezone
from wagtail.signals import page_published

from events.making_dates import make_dates
from events.models import CalendarEdition, EventPage

SHOWN = (
    *("first_day", "begins", "ends", "days", "time_zone", "rule", "is_cancelled", "cancelled_because"),
    *("school_id", "location_id", "place", "place_is_private", "online_url"),
)
SHOWN_OF_A_DATE = ("day", "kind", "reason", "new_day", "begins", "ends")


def watch_events() -> None:
    page_published.connect(_published, sender=EventPage, dispatch_uid="events.follow")


def _published(instance: EventPage, **_kwargs: Any) -> None:
    event = instance.facts
    note_edition(event)
    if event.pk == instance.pk:
        make_dates(event)


def note_edition(event: EventPage) -> None:
    """A new number as soon as a calendar would show anything else, whatever language it is read in."""
    content = _mark(event)
    edition, first = CalendarEdition.objects.get_or_create(
        event=event, defaults={"content": content, "changed_at": timezone.now()}
    )
    if not first and edition.content != content:
        CalendarEdition.objects.filter(pk=edition.pk).update(
            content=content, changed_at=timezone.now(), number=F("number") + 1
        )


def _mark(event: EventPage) -> str:
    pages = EventPage.objects.filter(translation_key=event.translation_key).order_by("locale_id")
    shown: list[Any] = [[page.title, page.intro, page.live, page.slug] for page in pages]
    shown += [str(getattr(event, name)) for name in SHOWN]
    shown += sorted([str(getattr(row, name)) for name in SHOWN_OF_A_DATE] for row in event.changed_dates.all())
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()
