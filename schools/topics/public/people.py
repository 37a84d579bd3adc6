"""Who works at the office, narrowed to a language somebody needs."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from core.context import dialable
from core.languages import Word
from core.models import said
from core.spoken import spoken_name
from schools.calendar import today
from schools.topics.models import OfficePeoplePage, OfficePerson


@dataclass(frozen=True)
class ShownOfficePerson:
    """Drawn by the component that draws the people of schools."""

    name: str
    role: Word
    languages: tuple[str, ...]
    phone: str
    phone_href: str
    text_href: str
    email: str
    about: Word
    photo: Any


def people_context(page: OfficePeoplePage, request: HttpRequest) -> dict[str, Any]:
    """A language nobody speaks is ignored; a list without anybody helps nobody."""
    people = list(page.facts.people.select_related("person__photo"))
    spoken = sorted({code for row in people for code in row.person.languages}, key=spoken_name)
    asked = request.GET.get("speaks", "")
    asked = asked if asked in spoken else ""
    found = [row for row in people if not asked or asked in row.person.languages]
    return {
        "people": [_shown(row, page.locale.language_code) for row in found],
        "spoken": [(code, spoken_name(code)) for code in spoken],
        "speaks": asked,
    }


def _shown(row: OfficePerson, language: str) -> ShownOfficePerson:
    person = row.person
    return ShownOfficePerson(
        name=person.name,
        role=said(row.role, language),
        languages=tuple(map(spoken_name, person.languages)),
        phone=person.phone,
        phone_href=f"tel:{dialable(person.phone)}" if person.phone else "",
        text_href=f"sms:{dialable(person.text_phone)}" if person.text_phone else "",
        email=person.email,
        about=said(person.about, language),
        photo=person.photo_on(today()),
    )
