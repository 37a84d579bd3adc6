"""The smallest events and shifts; a test states every value that matters to it."""

from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone

from core.locales import locale_id
from events.models import EventPage, Shift
from events.signups.models import ShiftDate
from events.signups.taking import Wish, take
from events.volunteers.identity import known_volunteer
from events.volunteers.models import Volunteer
from home.tree import Rooms


def make_event(parent: Any, title: str = "Food boxes", *, in_days: int = 10, **facts: Any) -> EventPage:
    """An event below a room of the tree or a school: in ten days from nine to noon, unless the test says otherwise."""
    shifts = facts.pop("shifts", [])
    facts = {"first_day": timezone.localdate() + timedelta(days=in_days), "begins": time(9), "ends": time(12), **facts}
    page = EventPage(title=title, **facts)
    page.shifts = shifts
    parent.add_child(instance=page)
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


def event_in_spanish(event: EventPage, parent: Any, title: str, **words: Any) -> EventPage:
    """The event's page for readers of Spanish: words alone."""
    page = EventPage(title=title, translation_key=event.translation_key, locale_id=locale_id("es"), **words)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


def a_shift(places: int = 1, **facts: Any) -> Shift:
    return Shift(**{"role": {"en": "Packing boxes", "es": "Empacar cajas"}, "places": places, **facts})


def shift_date(
    rooms: dict[str, Rooms], places: int = 1, *, event: dict[str, Any] | None = None, **facts: Any
) -> ShiftDate:
    """A shift at the one date of an event of the district."""
    page = make_event(rooms["en"].events, shifts=[a_shift(places, **facts)], **(event or {}))
    return ShiftDate.objects.whole().get(occurrence__event=page)


def somebody(name: str = "Ana Peña", reach: str = "ana@example.org", **facts: Any) -> Volunteer:
    return known_volunteer(name, reach, **{"language": "es", **facts})


def sign_up(row: ShiftDate, volunteer: Volunteer, **wish: Any) -> Any:
    return take(row.pk, volunteer, Wish(**wish))


def next_year(month: int, day: int) -> date:
    return date(timezone.localdate().year + 1, month, day)
