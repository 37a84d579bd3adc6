"""The search page without a script: what the address says is what the page shows."""

import re
from typing import Any

import pytest
from django.test import Client

from directory.models import Address, Service, TaxonomyTerm
from home.tree import Rooms, ensure_tree
from search.indexer import rebuild
from search.models import QueryLog
from search.thesaurus.loading import load as load_thesaurus
from tests.listings import make_service
from tests.whole_listings import a_need, a_service, an_organization

pytestmark = pytest.mark.django_db
SEARCH = {"en": "/en/search/", "es": "/es/buscar/"}


@pytest.fixture(autouse=True)
def rooms() -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture
def pantries() -> list[Service]:
    """Three of them, with every kind of row."""
    food, owner = a_need("Food"), an_organization("Mesa Peña")
    services = [a_service(owner, f"Pantry {number}", [food], places=1) for number in ("one", "two", "three")]
    rebuild()
    return services


def read(ana: Client, query: str = "", language: str = "en", **headers: str) -> str:
    response = ana.get(f"{SEARCH[language]}{query}", headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_the_number_of_results_is_told_aloud(ana: Client, pantries: list[Service]) -> None:
    assert '<div class="found" id="count" role="status">' in read(ana, "?q=pantry")
    assert "3 results" in read(ana, "?q=pantry")
    assert "1 result\n" in read(ana, "?q=pantry+two")


def test_a_chip_for_each_filter_leads_to_the_same_search_without_it(ana: Client, pantries: list[Service]) -> None:
    page = read(ana, "?q=pantry&cost=fee&open=now&zip=93901&page=1")

    assert 'href="/en/search/?q=pantry&amp;open=now&amp;zip=93901"' in page
    assert 'href="/en/search/?q=pantry&amp;cost=fee&amp;zip=93901"' in page
    assert 'href="/en/search/?q=pantry&amp;cost=fee&amp;open=now"' in page


def test_the_order_is_a_link_and_nearest_needs_to_know_to_what(ana: Client, pantries: list[Service]) -> None:
    assert "sort=nearest" not in read(ana, "?q=pantry")
    page = read(ana, "?q=pantry&zip=93901&sort=open")

    assert 'href="/en/search/?q=pantry&amp;zip=93901&amp;sort=nearest"' in page
    assert 'sort=open" aria-current="true"' in page
    assert '<input type="hidden" name="sort" value="open" form="search">' in page


def test_a_day_and_time_of_their_own_fields_become_one_filter(ana: Client, pantries: list[Service]) -> None:
    day = "2026-11-28"
    page = read(ana, f"?q=pantry&open=&day={day}&time=10:00")

    assert "Open on Saturday, November 28, 10 a.m." in page
    assert f'<option value="{day}T10:00" selected>' in page


@pytest.mark.parametrize(
    "query",
    [
        "?day=tomorrow-ish&time=soon",
        "?day=2026-02-31",
        "?open=2026-99-99T99:99&within=-1&zip=abc&near=x,y&place=nowhere",
        "?sort=upward&page=zero&page=-3",
        "?q=%00%1f&zip=%F0%9F%8F%A0",
        "?cost=%3Cscript%3E&need=&need=&kind=nothing",
        "?q=" + "a%22*(" * 200,
    ],
)
def test_strangers_may_write_anything_into_the_address(ana: Client, pantries: list[Service], query: str) -> None:
    page = read(ana, query)

    assert "<script>" not in page and 'role="status"' in page


def test_nothing_found_offers_needs_a_person_and_the_other_language(ana: Client, pantries: list[Service]) -> None:
    english, spanish = read(ana, "?q=qqqqxyz"), read(ana, "?q=qqqqxyz", "es")

    assert "Nothing found for “qqqqxyz”" in english
    assert 'href="/es/buscar/?q=qqqqxyz" hreflang="es"' in " ".join(english.split())
    assert "/directory/needs/food/" in english
    assert "qqqqxyz” " not in spanish and "/en/search/?q=qqqqxyz" in spanish


def test_the_same_words_without_filters_are_one_press_away(ana: Client, pantries: list[Service]) -> None:
    assert '<a class="onward"\n          href="/en/search/?q=pantry"' in read(ana, "?q=pantry&cost=free")


def test_without_a_question_there_are_needs_to_choose_from(ana: Client, pantries: list[Service]) -> None:
    page = read(ana)

    assert "Everything we know: 4 listings" in page and 'class="needs"' in page


def test_what_matched_is_marked_and_nothing_else_is_markup(ana: Client) -> None:
    make_service("Pantry", summary="A <b>box</b> of food for you.")
    rebuild()

    page = read(ana, "?q=food")

    assert "A &lt;b&gt;box&lt;/b&gt; of <mark>food</mark> for you." in page


def test_a_script_gets_the_answer_alone_and_the_address_to_show(ana: Client, pantries: list[Service]) -> None:
    response = ana.get("/en/search/?q=pantry&zip=&open=", headers={"HX-Request": "true"})
    page = response.content.decode()

    assert response["HX-Push-Url"] == "/en/search/?q=pantry"
    assert "HX-Request" in response["Vary"]
    assert "<title>pantry: Search" in page and "3 results" in page and "<header" not in page


@pytest.mark.parametrize(
    ("typed", "title", "phone"),
    [("I want to die", "988", "tel:988"), ("se está quemando la casa", "911", "tel:911")],
)
def test_words_of_danger_are_answered_with_a_phone_first(ana: Client, typed: str, title: str, phone: str) -> None:
    load_thesaurus()

    page = read(ana, f"?q={typed}", "es")

    first = page.index('class="urgent urgent--crisis"')
    assert phone in page[first : page.index("columns--filters")] and title in page


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("suicide prevention training", "en"),
        ("capacitación para prevenir el suicidio", "es"),
        ("chest pain doctor", "en"),
    ],
)
def test_who_only_wants_a_listing_sees_it_below_the_phone_and_is_not_counted(
    ana: Client, typed: str, language: str
) -> None:
    load_thesaurus()
    make_service("Suicide prevention training", summary="Capacitación para prevenir el suicidio. Chest pain doctor.")
    rebuild()

    page = read(ana, f"?q={typed}", language)

    assert 0 < page.index("urgent--crisis") < page.index('<li class="card"')
    assert not QueryLog.objects.exists()


def test_no_map_is_offered_where_the_office_has_no_tiles(ana: Client, pantries: list[Service]) -> None:
    page = read(ana, "?q=pantry")

    assert "data-map" not in page and "data-points" not in page


def test_pins_stand_where_the_cards_say_and_never_at_a_private_address(
    ana: Client, pantries: list[Service], settings: Any
) -> None:
    settings.MAP_TILE_URL = "https://tiles.example.org/{z}/{x}/{y}.png"
    hidden = pantries[0].service_at_locations.get().location
    type(hidden).objects.filter(pk=hidden.pk).update(address_private=True)

    page = read(ana, "?q=pantry")

    assert page.count('data-points="36.67,-121.65"') == 2
    assert "https://tiles.example.org/{z}/{x}/{y}.png" in page


def test_a_service_names_others_for_the_same_need_the_nearest_first(ana: Client, pantries: list[Service]) -> None:
    page = ana.get("/en/directory/pantry-one/").content.decode()
    similar = page[page.index('id="similar"') :]

    assert "Pantry two" in similar and "Pantry three" in similar and "very near" in similar
    assert "Pantry one</a>" not in similar


def test_from_a_private_place_no_distance_is_told(ana: Client, pantries: list[Service]) -> None:
    hidden = pantries[0].service_at_locations.get().location
    type(hidden).objects.filter(pk=hidden.pk).update(address_private=True)

    page = ana.get("/es/directorio/pantry-one-es/").content.decode()

    assert "Pantry two (es)" in page[page.index('id="similar"') :]
    assert " mi<" not in page


def test_open_now_and_today_say_how_many_there_are(ana: Client, pantries: list[Service]) -> None:
    page = read(ana, "?q=pantry&cost=free")

    assert '<option value="now">Open now (0)</option>' in page
    page = read(ana, "?q=pantry&open=2026-11-28", "es")
    assert '<option value="now">Abierto ahora (3)</option>' in page
    assert '<option value="today">Abierto hoy (3)</option>' in page


def test_a_time_without_a_day_is_that_of_today_or_tomorrow(
    ana: Client, pantries: list[Service], time_machine: Any
) -> None:
    time_machine.move_to("2026-11-24 20:00Z", tick=False)  # Noon of a Tuesday in the district.

    assert "Open on Tuesday, November 24, 5 p.m." in read(ana, "?q=pantry&day=&time=17:00")
    assert "Open on Wednesday, November 25, 10 a.m." in read(ana, "?q=pantry&time=10:00")
    assert "chip__" not in read(ana, "?q=pantry&time=25:99")


def test_a_narrow_need_stands_below_the_wide_one_that_holds_it(ana: Client) -> None:
    food, care = a_need("Food"), a_need("Care")
    TaxonomyTerm.objects.filter(pk=food.pk).update(code="1")
    TaxonomyTerm.objects.filter(pk=care.pk).update(code="2")
    pantry = TaxonomyTerm.objects.create(name="Pantry", code="1-1", parent=food)
    a_service(an_organization("Mesa Peña"), "Box of food", [TaxonomyTerm.objects.get(pk=pantry.pk)])
    a_service(an_organization("Otra"), "Babysitter", [TaxonomyTerm.objects.get(pk=care.pk)])
    rebuild()

    page = read(ana)
    needs = page[page.index('id="filter-need"') : page.index('id="filter-cost"')]

    labels = re.findall(r"<span>([^<]+)</span>", needs)
    assert labels.index("Pantry") == labels.index("Food") + 1
    assert needs.count("check--deeper") == 1


def test_a_filter_that_was_left_out_is_struck_and_not_ticked(ana: Client, pantries: list[Service]) -> None:
    page = read(ana, "?q=free+pantry")
    chips = page[page.index('<ul class="chips"') : page.index('<div class="columns')]

    assert "3 results" in page and "Nothing fits all of what you asked for." in page
    assert 'chip--left-out"' in chips and "<s>Free</s>" in chips and 'href="/en/search/?q=pantry"' in chips
    assert 'value="free"' not in page


@pytest.fixture
def food_needs() -> dict[str, TaxonomyTerm]:
    """As the thesaurus knows them by their codes."""
    food, care = a_need("Food"), a_need("Care")
    TaxonomyTerm.objects.filter(pk=food.pk).update(code="102")
    TaxonomyTerm.objects.filter(pk=care.pk).update(code="108")
    names = {"102-04": "Food Pantry", "102-05": "Free Meals", "102-06": "Nobody answers this"}
    below = [TaxonomyTerm.objects.create(name=name, code=code, parent=food) for code, name in names.items()]
    a_service(an_organization("Mesa"), "Community kitchen", [TaxonomyTerm.objects.get(pk=below[1].pk)])
    load_thesaurus()
    rebuild()
    return {term.code: term for term in TaxonomyTerm.objects.all()}


def test_where_nothing_was_found_the_nearest_needs_that_have_listings_are_offered(
    ana: Client, food_needs: dict[str, TaxonomyTerm]
) -> None:
    page = read(ana, "?q=food+pantry&who=60%2B&access=wheelchair")
    near = page[page.index('id="nearby"') :].partition("</section>")[0]

    assert "0 results" in page or "Nothing found" in page
    assert "Close to what you asked for" in near
    assert re.findall(r"/en/directory/needs/([^/]+)/", near) == ["food", "free-meals"]


def test_a_town_or_a_chosen_place_is_a_start_without_a_script(ana: Client, pantries: list[Service]) -> None:
    hidden = a_service(an_organization("Hidden"), "Shelter", [], places=1).service_at_locations.get().location
    type(hidden).objects.filter(pk=hidden.pk).update(address_private=True)
    Address.objects.filter(location=hidden).update(city="Nowhere")
    Address.objects.exclude(location=hidden).update(city="Peña Blanca")
    rebuild()

    place = pantries[0].service_at_locations.get().location
    page = read(ana, "?q=pantry&place=town-pena-blanca&zip=10001&within=5")

    assert '<option value="town-pena-blanca" selected>Peña Blanca</option>' in page and "Nowhere" not in page
    assert "3 results" in page and "Near Peña Blanca" in page
    assert f'<option value="{place.pk}" selected>{place.name}</option>' in read(ana, f"?place={place.pk}")
    assert "3 results" in read(ana, "?q=pantry&place=town-nowhere")
