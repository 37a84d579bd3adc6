"""Home, needs, organizations, guides, the page about the listings, and the pages that are not there."""

from datetime import timedelta

import pytest
from django.test import Client, override_settings
from wagtail.models import Locale

from directory.models import Attribute, Taxonomy, TaxonomyTerm
from directory.public.opening import today
from home.models import Alert, ArticlePage
from home.tree import Rooms, ensure_tree, follow_source_tree
from tests.listings import in_spanish, make_organization, make_service

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rooms() -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture
def food() -> TaxonomyTerm:
    taxonomy = Taxonomy.objects.create(name="Needs")
    food = TaxonomyTerm.objects.create(taxonomy=taxonomy, code="102", name="Food", icon="food")
    pantry = TaxonomyTerm.objects.create(taxonomy=taxonomy, code="102-04", name="Food pantry", parent=food)
    in_spanish(food, name="Comida")
    in_spanish(pantry, name="Despensa")
    return food


def read(ana: Client, path: str, status: int = 200) -> str:
    response = ana.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def test_the_front_door_asks_in_the_readers_language(ana: Client, food: TaxonomyTerm) -> None:
    assert "What do you need?" in read(ana, "/en/")
    page = read(ana, "/es/")
    assert "¿Qué necesita?" in page and "Comida" in page
    assert '<body class="page--front">' in page


@pytest.mark.parametrize(
    ("asked", "answered"), [("es-MX,es;q=0.9,en;q=0.8", "/es/"), ("en-US", "/en/"), ("zh", "/en/")]
)
def test_the_bare_address_leads_to_the_browsers_language(ana: Client, asked: str, answered: str) -> None:
    response = ana.get("/", headers={"accept-language": asked})
    assert response.status_code == 302 and response["Location"] == answered


def test_a_need_lists_what_answers_it_and_what_is_narrower(ana: Client, food: TaxonomyTerm) -> None:
    service = make_service("Truck")
    Attribute.objects.create(service=service, taxonomy_term=food.children.get(code="102-04"))

    page = read(ana, "/es/directorio/necesidades/comida/")

    assert "Despensa" in page
    assert 'href="/es/directorio/truck/"' in page


def test_a_need_nobody_answers_sends_to_a_person(ana: Client, food: TaxonomyTerm) -> None:
    assert "A person at our office" in read(ana, "/en/directory/needs/food/")


def test_an_organization_shows_its_services(ana: Client) -> None:
    organization = make_organization("Mesa & “Sereno”", description="Neighbors.")
    in_spanish(organization, name="Mesa Sereña", description="Vecinos.")
    make_service("Pantry", organization=organization)

    assert "Neighbors." in read(ana, "/en/directory/organizations/mesa-sereno/")
    page = read(ana, "/es/directorio/organizaciones/mesa-serena/")
    assert "Vecinos." in page and "/es/directorio/pantry/" in page


def test_the_page_about_the_listings_counts_honestly(ana: Client) -> None:
    organization = make_organization()
    for days in (1, 400, None):
        confirmed = None if days is None else today() - timedelta(days=days)
        make_service(f"Service {days}", organization=organization, assured_date=confirmed)

    page = read(ana, "/en/directory/about/")

    assert "3 services are listed." in page
    assert "1 was last confirmed more than a year ago" in page
    assert "Hay 3" in read(ana, "/es/directorio/acerca/") or "3 servicios" in read(ana, "/es/directorio/acerca/")


def test_a_guide_without_spanish_stands_in_the_spanish_site_in_english(ana: Client, rooms: dict[str, Rooms]) -> None:
    guide = ArticlePage(title="Crisis lines", intro="Numbers to call.", locale=Locale.objects.get(language_code="en"))
    rooms["en"].guides.add_child(instance=guide)
    guide.save_revision().publish()
    follow_source_tree()

    page = read(ana, "/es/guias/crisis-lines/")

    assert '<article class="prose" lang="en">' in page
    assert "Aquí está el original" in page


def test_an_alert_is_on_every_page_until_its_day(ana: Client) -> None:
    alert = Alert.objects.create(text="Closed for smoke", shown_until=today())
    in_spanish(alert, text="Cerrado por el humo")
    assert "Cerrado por el humo" in read(ana, "/es/")

    Alert.objects.filter(pk=alert.pk).update(shown_until=today() - timedelta(days=1))
    assert "Cerrado por el humo" not in read(ana, "/es/")


@pytest.mark.parametrize(
    ("path", "words"),
    [("/en/nothing/", "This page is not here"), ("/es/directorio/nada/", "Esta página no está aquí")],
)
def test_a_missing_page_offers_search_and_a_person(ana: Client, path: str, words: str) -> None:
    page = read(ana, path, 404)
    assert words in page
    assert 'name="q"' in page


@pytest.mark.parametrize(
    "path", ["/en/directory/needs/nothing/", "/en/directory/organizations/nobody/", "/en/directory/a/b/"]
)
def test_what_does_not_exist_is_not_found(ana: Client, path: str) -> None:
    read(ana, f"/en/directory/{path}", 404)


def test_an_address_shortened_by_hand_leads_to_the_directory(ana: Client) -> None:
    assert ana.get("/en/directory/needs/")["Location"] == "/en/directory/"
    assert ana.get("/es/directorio/organizaciones/")["Location"] == "/es/directorio/"


@override_settings(DEBUG=False)
def test_an_error_page_speaks_both_languages_and_needs_nothing(ana: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    ana.raise_request_exception = False
    monkeypatch.setattr("home.search_page.search", lambda request: 1 / 0)

    page = read(ana, "/en/search/?q=food", 500)

    assert "Algo falló de nuestro lado" in page and "Something went wrong on our side" in page


def test_no_public_page_carries_inline_script_or_style(ana: Client) -> None:
    response = ana.get("/en/")
    policy = response["Content-Security-Policy"]
    assert "script-src 'self'" in policy and "unsafe-inline" not in policy
    assert " style=" not in response.content.decode()


def test_the_english_address_of_the_search_leads_to_the_spanish_one(ana: Client) -> None:
    response = ana.get("/es/search/?q=comida")

    assert (response.status_code, response.headers["Location"]) == (302, "/es/buscar/?q=comida")
