"""Ana looks for the school of her child: by name, by ZIP code, by grade, in either language."""

import pytest
from django.test import Client

from home.tree import Rooms
from schools.places import find_school
from search.indexer import rebuild
from tests.listings import make_location, make_service
from tests.the_schools import in_spanish, make_school

pytestmark = pytest.mark.django_db
SCHOOLS = {"en": "/en/schools/", "es": "/es/escuelas/"}


def names(ana: Client, path: str, *known: str) -> list[str]:
    """The schools a page lists, in its order."""
    content = ana.get(path).content.decode()
    return sorted((name for name in known if f"{name}</a>" in content), key=content.index)


def test_a_school_is_found_by_a_part_of_its_name_without_its_accents(ana: Client, rooms: dict[str, Rooms]) -> None:
    make_school(rooms, "Peña Alta")
    make_school(rooms, "Molino Viejo")

    assert names(ana, "/en/schools/?q=pena", "Peña Alta", "Molino Viejo") == ["Peña Alta"]


def test_the_spanish_name_finds_the_school_on_the_spanish_page(ana: Client, rooms: dict[str, Rooms]) -> None:
    in_spanish(make_school(rooms, "Green Creek"), rooms, "Arroyo Verde")
    in_spanish(make_school(rooms, "Old Mill"), rooms, "Molino Viejo")

    assert names(ana, "/es/escuelas/?q=arroyo", "Arroyo Verde", "Molino Viejo") == ["Arroyo Verde"]


def test_the_nearest_school_comes_first_for_a_zip_code(ana: Client, rooms: dict[str, Rooms]) -> None:
    make_school(rooms, "Arroyo Verde", latitude=36.32, longitude=-121.24)
    make_school(rooms, "Cielo Claro", latitude=36.68, longitude=-121.61)
    make_school(rooms, "Sin Lugar")

    known = ("Arroyo Verde", "Cielo Claro", "Sin Lugar")
    assert names(ana, "/en/schools/?zip=93905", *known) == ["Cielo Claro", "Arroyo Verde", "Sin Lugar"]
    assert " mi</li>" in ana.get("/en/schools/?zip=93905").content.decode()


def test_only_schools_that_teach_the_grade_are_shown(ana: Client, rooms: dict[str, Rooms]) -> None:
    make_school(rooms, "Cielo Claro", lowest_grade=-1, highest_grade=6)
    make_school(rooms, "Valle High", lowest_grade=9, highest_grade=12)

    assert names(ana, "/en/schools/?grade=9", "Cielo Claro", "Valle High") == ["Valle High"]


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "No school has “zzz”"), ("es", "Ninguna escuela tiene “zzz”")]
)
def test_a_name_that_nothing_matches_shows_all_schools_and_says_so(
    ana: Client, rooms: dict[str, Rooms], language: str, sentence: str
) -> None:
    in_spanish(make_school(rooms, "Cielo Claro"), rooms, "Cielo Claro")

    content = ana.get(f"{SCHOOLS[language]}?q=zzz").content.decode()

    assert sentence in content
    assert "Cielo Claro</a>" in content


@pytest.mark.parametrize("query", ["grade=99", "grade=x", "zip=0", "zip=%00", "q=%22'%3C", "page=7", "grade=1&grade=2"])
def test_odd_questions_are_answered(ana: Client, rooms: dict[str, Rooms], query: str) -> None:
    make_school(rooms)

    assert ana.get(f"/en/schools/?{query}").status_code == 200


def test_an_unknown_zip_code_says_what_to_write(ana: Client, rooms: dict[str, Rooms]) -> None:
    make_school(rooms)

    assert "It has five digits." in ana.get("/en/schools/?zip=00000").content.decode()


@pytest.mark.parametrize(("path", "name"), [("/en/search/", "Blue Sky"), ("/es/buscar/", "Cielo Azul")])
def test_a_search_may_start_from_a_school(ana: Client, rooms: dict[str, Rooms], path: str, name: str) -> None:
    school = make_school(rooms, "Blue Sky", latitude=36.68, longitude=-121.61)
    in_spanish(school, rooms, "Cielo Azul")
    make_location(make_service("Pantry next door"), name="Next door", latitude=36.681, longitude=-121.611)
    rebuild()

    content = ana.get(f"{path}?place=school-{school.pk}").content.decode()

    assert f'<option value="school-{school.pk}" selected>{name}</option>' in content
    assert "Pantry next door" in content


@pytest.mark.parametrize("key", ["school-", "school-x", "school-0", f"school-{'9' * 40}", "school--1"])
def test_a_school_that_is_none_is_no_place(rooms: dict[str, Rooms], key: str) -> None:
    assert find_school(key) is None
