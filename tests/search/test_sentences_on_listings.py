"""Whole sentences, asked of listings as the office writes them."""

from datetime import UTC, date, datetime, time

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from directory.models import Language, Schedule, Service
from home.tree import ensure_tree
from search import indexer
from search.notices import Notice
from search.query import search_request
from search.request import Understood
from search.response import SearchResponse
from search.service import search
from tests.listings import in_spanish, make_location, make_service

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 24, 20, tzinfo=UTC)  # Noon in the district.
SALINAS, FAR = {"latitude": 36.68, "longitude": -121.62}, {"latitude": 34.05, "longitude": -118.24}


def hours(service: Service, byday: str, opens: int, closes: int) -> None:
    given = {"freq": "WEEKLY", "dtstart": date(2026, 1, 5), "opens_at": time(opens), "closes_at": time(closes)}
    Schedule.objects.create(service=service, byday=byday, **given)


@pytest.fixture(autouse=True)
def listings(spanish, time_machine) -> None:
    time_machine.move_to(TUESDAY, tick=False)
    dentist = make_service("Dentist for families", description="We take Medi-Cal.", cost="sliding")
    in_spanish(dentist, name="Dentista para familias", description="Aceptamos Medi-Cal.")
    hours(dentist, "SA", 9, 13)
    Language.objects.create(service=dentist, code="es")
    other = make_service("Dentist downtown", description="We take Medi-Cal.")
    in_spanish(other, name="Dentista del centro", description="Aceptamos Medi-Cal.")
    hours(other, "MO,TU,WE", 9, 17)
    for name, spanish_name, place, (days, opens, closes) in (
        ("Food pantry", "Despensa de comida", SALINAS, ("TU,TH", 10, 14)),
        ("Far food pantry", "Despensa de comida lejana", FAR, ("TU", 9, 20)),
    ):
        pantry = make_service(name, cost="free", papers="none")
        in_spanish(pantry, name=spanish_name)
        make_location(pantry, **place)
        hours(pantry, days, opens, closes)
    store = make_service("Food store", cost="fee")
    in_spanish(store, name="Tienda de comida")
    classes = make_service("English classes", cost="free")
    in_spanish(classes, name="Clases de inglés")
    hours(classes, "MO,WE", 18, 20)
    morning = make_service("English classes for parents", cost="free")
    in_spanish(morning, name="Clases de inglés para padres")
    hours(morning, "MO", 9, 11)
    indexer.rebuild()


def answer(text: str, language: str = "es", **more: str) -> SearchResponse:
    return search(search_request(QueryDict(urlencode({"q": text, **more})), language))


def titles(text: str, language: str = "es", **more: str) -> list[str]:
    return [hit.title for hit in answer(text, language, **more).hits]


def test_dentist_medi_cal_spanish_saturday():
    assert titles("dentist medi-cal spanish saturday", "en") == ["Dentist for families"]


def test_despensa_abierta_hoy_y_un_zip():
    assert titles("despensa abierta hoy 93905") == ["Despensa de comida", "Despensa de comida lejana"]
    assert titles("despensa abierta hoy 93905", within="10") == ["Despensa de comida"]


def test_comida_gratis_cerca_de_mi_casa_asks_where_that_is():
    asked = search_request(QueryDict("q=comida+gratis+cerca+de+mi+casa"), "es")

    assert asked.near is None
    assert Understood("cerca de mi casa", "near_me", "") in asked.understood
    assert "Tienda de comida" not in titles("comida gratis cerca de mi casa")
    assert titles("comida gratis cerca de mi casa", near="36.6801,-121.6201")[0] == "Despensa de comida"


def test_food_pantry_tonight():
    assert titles("food pantry tonight", "en") == ["Far food pantry"]


def test_clases_de_ingles_por_la_noche():
    assert titles("clases de inglés por la noche") == ["Clases de inglés"]
    assert len(titles("clases de inglés")) == 2


def test_both_languages_in_one_question():
    assert titles("dentista open saturday que hable spanish") == ["Dentista para familias"]


def test_when_nobody_is_open_then_the_answer_says_so_and_shows_who_helps_at_all():
    sunday = answer("dentista domingo")

    assert {hit.title for hit in sunday.hits} == {"Dentista para familias", "Dentista del centro"}
    assert sunday.notices == (Notice.FILTERS_LEFT_OUT,)


def test_the_time_gives_way_before_the_language():
    assert titles("dentista en español domingo") == ["Dentista para familias"]


def test_a_question_of_filters_alone():
    assert set(titles("gratis por la noche")) == {"Clases de inglés", "Despensa de comida lejana"}
    assert "Dentista para familias" not in titles("abierto ahora")


def test_a_position_is_rounded_and_a_broken_one_ignored():
    near = search_request(QueryDict("near=36.67771,-121.65551"), "es").near

    assert near is not None
    assert (near.latitude, near.longitude) == (36.68, -121.66)
    for broken in ("", "36", "a,b", "91,0", "36.6,-181", "36.6;-121", "1e9,1", "nan,nan", "36.6,-121,5"):
        assert search_request(QueryDict(f"near={broken}"), "es").near is None


def test_the_page_shows_what_it_understood(ana):
    ensure_tree()
    page = ana.get("/en/search/?q=dentist+saturday").content.decode()

    assert "Open on Saturday" in page
    assert "Dentist for families" in page
