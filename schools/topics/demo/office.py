"""The page for the worst day, and the people of the office."""

from core.locales import source_language
from schools.models import Person
from schools.topics.demo.pages import Data, InLanguages, ensure, words_of_room, words_with_body
from schools.topics.models import CrisisLine, CrisisPage, OfficePeoplePage, OfficePerson


def load_crisis_page(data: Data, rooms: InLanguages) -> None:
    page = ensure(CrisisPage, rooms, data, words_with_body)[source_language()]
    if not page.lines.exists():
        page.lines.set([CrisisLine(**line, sort_order=at) for at, line in enumerate(data["lines"])])
        page.save_revision().publish()


def load_office_people(data: Data, rooms: InLanguages) -> None:
    page = ensure(OfficePeoplePage, rooms, data, words_of_room)[source_language()]
    if not page.people.exists():
        page.people.set([_row(row, at) for at, row in enumerate(data["rows"])])
        page.save_revision().publish()


def _row(data: Data, at: int) -> OfficePerson:
    known = {name: data[name] for name in ("languages", "phone", "email")}
    person, _created = Person.objects.get_or_create(name=data["name"], defaults=known)
    return OfficePerson(person=person, role=data["role"], sort_order=at)
