"""The demo's schools and the people families can turn to there, from `schools/data/demo/`."""

import tomllib
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from django.utils.html import format_html

from core.locales import locale_id, source_language
from schools.models import Appointment, Person, Presence, SchoolIndexPage, SchoolPage

FOLDER = Path(__file__).resolve().parent / "data" / "demo"
OFFICE_OPENS, OFFICE_CLOSES = time(7, 45), time(16)

Data = dict[str, Any]


def read(name: str) -> Data:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def load_schools(indexes: dict[str, SchoolIndexPage], today: date) -> dict[str, SchoolPage]:
    """Load the schools and people that are not there yet; the facts pages by key. `indexes` by language."""
    data = read("schools.toml")
    schools = {school["key"]: _school(school, indexes) for school in data["schools"]}
    if not Appointment.objects.exists():
        for row in data["appointments"]:
            _appointment(row, schools[row["school"]], today)
    return schools


def _school(data: Data, indexes: dict[str, SchoolIndexPage]) -> SchoolPage:
    source = _page(data, indexes[source_language()], source_language(), None)
    for language in set(indexes) - {source_language()}:
        if language in data:
            _page(data, indexes[language], language, source)
    return source


def _page(data: Data, index: SchoolIndexPage, language: str, source: SchoolPage | None) -> SchoolPage:
    found = SchoolPage.objects.filter(locale_id=locale_id(language), slug=data["key"]).first()
    if found is not None:
        return found
    words = data[language]
    page = SchoolPage(
        slug=data["key"],
        locale_id=locale_id(language),
        title=words["title"],
        intro=words["intro"],
        welcome=format_html("<p>{}</p>", words["welcome"]),
        way_in=words["way_in"],
    )
    if source is None:
        _facts(page, data)
    else:
        page.translation_key = source.translation_key
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def _facts(page: SchoolPage, data: Data) -> None:
    for name in ("address_1", "city", "postal_code", "phone", "email", "principal", "community_school"):
        setattr(page, name, data[name])
    page.state_province = "CA"
    page.latitude, page.longitude = data["latitude"], data["longitude"]
    page.lowest_grade, page.highest_grade = data["lowest_grade"], data["highest_grade"]
    page.office_opens, page.office_closes = OFFICE_OPENS, OFFICE_CLOSES


def _appointment(data: Data, school: SchoolPage, today: date) -> Appointment:
    person, _created = Person.objects.get_or_create(
        name=data["name"],
        defaults={
            "languages": data["languages"],
            "phone": data["phone"],
            "text_phone": data["text_phone"],
            "about": data.get("about", {}),
        },
    )
    appointment = Appointment(
        person=person,
        school=school,
        role=data["role"],
        starts_on=today + timedelta(days=data["starts"]),
        ends_on=today + timedelta(days=data["ends"]) if "ends" in data else None,
    )
    appointment.presences = [
        Presence(
            weekday=row["weekday"],
            opens_at=time.fromisoformat(row["opens_at"]),
            closes_at=time.fromisoformat(row["closes_at"]),
            where=row["where"],
        )
        for row in data["presences"]
    ]
    appointment.save()
    return appointment
