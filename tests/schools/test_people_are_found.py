"""Who asks for an ambassador, a coordinator or a council finds the school and the council, in either language."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.translation import override

from schools.appointing import end, transfer
from schools.calendar import today
from schools.models import Appointment, SchoolPage
from search.indexer import rebuild
from search.nightly import refresh
from tests.search.library import ask
from tests.the_councils import council_in_spanish, make_council, make_meeting
from tests.the_schools import appointed, in_spanish, make_school

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(rooms: dict[str, Any]) -> SchoolPage:
    school = make_school(rooms, principal="Noé Ibáñez")
    spanish = in_spanish(school, rooms, "Escuela Cielo Claro")
    in_spanish(make_school(rooms, "Los Gorriones"), rooms, "Escuela Los Gorriones")
    appointed(school, "Oscar Benavides", role="coordinator", of={"languages": ["en"]})
    council = make_council(school)
    council_in_spanish(council, spanish, "Consejo asesor")
    make_meeting(council, "Crossing guards")
    return school


@pytest.fixture
def lupe(school: SchoolPage) -> Appointment:
    appointment = appointed(school, of={"languages": ["es", "mix"]})
    rebuild()
    return appointment


def titles(question: str, language: str) -> list[str]:
    with override(language):
        return [hit.title for hit in ask(question, language=language).hits]


@pytest.mark.parametrize(
    ("language", "question", "found"),
    [
        ("en", "coordinator of Cielo Claro school", "Cielo Claro"),
        ("en", "ambassador Spanish", "Cielo Claro"),
        ("en", "ambassador who speaks Mixteco", "Cielo Claro"),
        ("en", "Lupe Peña", "Cielo Claro"),
        ("en", "Noe Ibanez", "Cielo Claro"),
        ("en", "minutes about crossing guards", "Crossing guards"),
        ("es", "embajador de la escuela Cielo Claro", "Escuela Cielo Claro"),
        ("es", "embajadora que habla español", "Escuela Cielo Claro"),
        ("es", "coordinadora de la escuela comunitaria", "Escuela Cielo Claro"),
        ("es", "lupe pena", "Escuela Cielo Claro"),
        ("es", "consejo cielo claro", "Consejo asesor"),
    ],
)
def test_people_and_councils_are_found_by_role_language_and_name(
    lupe: Appointment, language: str, question: str, found: str
) -> None:
    assert titles(question, language)[0] == found


def test_the_result_says_who_it_is(ana: Client, lupe: Appointment) -> None:
    html = ana.get("/en/search/", {"q": "ambassador Cielo Claro"}).content.decode()

    assert "<mark>Ambassador</mark>: Lupe Peña" in html and "Mixteco" in html


def test_the_words_are_in_the_language_of_the_page_whatever_language_the_index_is_made_in(lupe: Appointment) -> None:
    for working_in in ("es", "en"):
        with override(working_in):
            rebuild()

        assert titles("classified ambassador", "en")[0] == "Cielo Claro"
        assert titles("embajadora", "es")[0] == "Escuela Cielo Claro"


def test_who_moves_is_found_at_the_new_school(
    lupe: Appointment, rooms: dict[str, Any], django_capture_on_commit_callbacks: Any
) -> None:
    new = SchoolPage.objects.get(title="Los Gorriones")

    with django_capture_on_commit_callbacks(execute=True):
        transfer(lupe, new, on=today(), by=None)

    assert titles("Lupe Peña", "en") == ["Los Gorriones"]


def test_who_learns_a_language_is_found_by_it(lupe: Appointment, django_capture_on_commit_callbacks: Any) -> None:
    assert "Cielo Claro" not in titles("Arabic", "en")

    with django_capture_on_commit_callbacks(execute=True):
        lupe.person.languages = ["ar"]
        lupe.person.save()

    assert titles("ambassador Arabic", "en")[0] == "Cielo Claro"


def test_who_has_left_is_found_no_more_from_the_next_day(lupe: Appointment) -> None:
    end(lupe, on=today())
    rebuild()
    assert titles("Lupe", "en")

    with time_machine.travel(today() + timedelta(days=2)):
        refresh()

        assert not titles("Lupe", "en")
