"""The people of a school as families see them; where nobody is appointed, the school's own office."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from core.clock import hours_in_words, weekday_in_words
from core.context import dialable
from core.languages import Word
from core.models import said
from core.spoken import spoken_name
from schools.calendar import today
from schools.models import Appointment, SchoolPage


@dataclass(frozen=True)
class Time:
    day: str
    hours: str
    where: Word


@dataclass(frozen=True)
class ShownPerson:
    """`photo` is there only while its agreement lasts."""

    id: int
    name: str
    role: str
    languages: tuple[str, ...]
    phone: str
    phone_href: str
    text_href: str
    email: str
    about: Word
    times: tuple[Time, ...]
    photo: Any
    card_url: str = ""


def appointments_now(school: SchoolPage) -> QuerySet[Appointment]:
    now = Appointment.objects.on(today()).at(school)
    return now.select_related("person", "person__photo").prefetch_related("presences")


def shown(appointments: Iterable[Appointment], language: str, base: str = "") -> list[ShownPerson]:
    """`base` is the path of the school's page, where its cards are."""
    return [_shown(appointment, language, base) for appointment in appointments]


def _shown(appointment: Appointment, language: str, base: str) -> ShownPerson:
    person = appointment.person
    return ShownPerson(
        id=appointment.pk,
        name=person.name,
        role=appointment.get_role_display(),
        languages=tuple(map(spoken_name, person.languages)),
        phone=person.phone,
        phone_href=f"tel:{dialable(person.phone)}" if person.phone else "",
        text_href=f"sms:{dialable(person.text_phone)}" if person.text_phone else "",
        email=person.email,
        about=said(person.about, language),
        times=tuple(
            Time(
                weekday_in_words(presence.weekday),
                hours_in_words(presence.opens_at, presence.closes_at),
                said(presence.where, language),
            )
            for presence in appointment.presences.all()
        ),
        photo=person.photo_on(today()),
        card_url=f"{base}card/{appointment.pk}/" if base else "",
    )
