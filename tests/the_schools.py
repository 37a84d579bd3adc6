"""The smallest schools with their people; a test states every value that matters to it."""

from datetime import date, time
from typing import Any

from core.locales import locale_id
from home.tree import Rooms
from schools.models import Appointment, Person, Presence, SchoolPage


def make_school(rooms: dict[str, Rooms], title: str = "Cielo Claro", **facts: Any) -> SchoolPage:
    """A school in English; its facts page."""
    page = SchoolPage(title=title, **facts)
    rooms["en"].schools.add_child(instance=page)
    page.save_revision().publish()
    return SchoolPage.objects.get(pk=page.pk)


def in_spanish(school: SchoolPage, rooms: dict[str, Rooms], title: str, **words: Any) -> SchoolPage:
    """The school's page for readers of Spanish: words alone."""
    page = SchoolPage(title=title, translation_key=school.translation_key, locale_id=locale_id("es"), **words)
    rooms["es"].schools.add_child(instance=page)
    page.save_revision().publish()
    return SchoolPage.objects.get(pk=page.pk)


def appointed(school: SchoolPage, name: str = "Lupe Peña", **values: Any) -> Appointment:
    """Somebody who is an ambassador since long ago, unless the test says otherwise."""
    person = values.pop("person", None) or Person.objects.create(name=name, **values.pop("of", {}))
    values = {"role": "ambassador", "starts_on": date(2020, 1, 1), **values}
    return Appointment.objects.create(person=person, school=school, **values)


def found_at(appointment: Appointment, weekday: int, opens_at: time, closes_at: time, **where: str) -> Presence:
    return Presence.objects.create(
        appointment=appointment, weekday=weekday, opens_at=opens_at, closes_at=closes_at, where=where
    )
