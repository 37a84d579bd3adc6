"""What the field proposes while Ana types, and where each proposal leads."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Location, TaxonomyTerm
from home.tree import Rooms, ensure_tree
from search.indexer import rebuild
from tests.listings import in_spanish
from tests.whole_listings import a_need, a_service, an_organization

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rooms() -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture
def food() -> TaxonomyTerm:
    food = a_need("Food")
    pantry = TaxonomyTerm.objects.create(name="Food pantry", search_words="groceries; free food", parent=food)
    in_spanish(pantry, name="Despensa", search_words="mandado; comida gratis")
    return food


def proposed(ana: Client, typed: str, language: str = "en") -> str:
    path = {"en": "/en/search/suggest/", "es": "/es/buscar/suggest/"}[language]
    response = ana.get(path, {"q": typed})
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_needs_come_first_then_listings_then_places(ana: Client, food: TaxonomyTerm) -> None:
    a_service(an_organization("Foodbank Peña"), "Foot care", [food])
    Location.objects.update(name="Foothill School")
    rebuild()

    page = proposed(ana, "foo")

    order = [page.index(f">{name}<") for name in ("Food", "Food pantry", "Foot care", "Foothill School")]
    assert order == sorted(order)


def test_a_need_is_found_by_the_words_people_use_for_it(ana: Client, food: TaxonomyTerm) -> None:
    assert ">Food pantry<" in proposed(ana, "groc")
    assert ">Despensa<" in proposed(ana, "comida gra", "es")


def test_the_other_language_is_proposed_too_and_marked(ana: Client, food: TaxonomyTerm) -> None:
    page = proposed(ana, "mandad")

    assert '<span class="suggest__text" lang="es">Despensa</span> <span class="suggest__lang">Spanish</span>' in page


def test_there_are_eight_at_most(ana: Client, food: TaxonomyTerm) -> None:
    owner = an_organization("Pan")
    for number in range(12):
        a_service(owner, f"Pan {number}", [food])
        TaxonomyTerm.objects.create(name=f"Pan {number}")
    rebuild()

    assert proposed(ana, "pan").count('role="option"') == 8


@pytest.mark.parametrize("typed", ["", "   ", '"', "zzzzzz", "\x00", "%%%", "a" * 5000, "🙂"])
def test_whatever_is_typed_there_is_an_answer(ana: Client, food: TaxonomyTerm, typed: str) -> None:
    assert 'role="option"' not in proposed(ana, typed)


def test_each_letter_costs_four_queries_at_most(ana: Client, food: TaxonomyTerm) -> None:
    a_service(an_organization("Foodbank"), "Food boxes", [food], places=3)
    rebuild()
    proposed(ana, "food")

    for language in ("en", "es"):
        with CaptureQueriesContext(connection) as asked:
            proposed(ana, "food bo", language)
        assert len(asked) <= 4, [each["sql"] for each in asked]


def test_what_is_chosen_leads_to_its_page_in_the_readers_language(ana: Client, food: TaxonomyTerm) -> None:
    service = a_service(an_organization("Mesa"), "Boxes", [food])

    paths = [f"need/{food.pk}", f"service/{service.pk}", f"organization/{service.organization_id}"]
    there = [ana.get(f"/es/buscar/go/{path}/")["Location"] for path in paths]

    assert there == [
        "/es/directorio/necesidades/food-es/",
        "/es/directorio/boxes-es/",
        "/es/directorio/organizaciones/mesa-es/",
    ]


@pytest.mark.parametrize("kind", ["need", "service", "organization", "article", "something"])
def test_what_left_the_site_leads_to_the_search(ana: Client, kind: str) -> None:
    response = ana.get(f"/en/search/go/{kind}/00000000-0000-0000-0000-000000000000/")

    assert (response.status_code, response["Location"]) == (302, "/en/search/")


def test_a_private_place_is_never_proposed(ana: Client, food: TaxonomyTerm) -> None:
    a_service(an_organization("Refugio"), "Shelter", [food])
    Location.objects.update(name="Quiet House", address_private=True)
    rebuild()

    assert "Quiet House" not in proposed(ana, "quiet")


def test_a_renamed_need_is_proposed_by_its_new_name_at_once(ana: Client, food: TaxonomyTerm) -> None:
    assert ">Food<" in proposed(ana, "food")
    food.name = "Meals"
    food.save()

    assert ">Meals<" in proposed(ana, "mea") and ">Food<" not in proposed(ana, "food")
