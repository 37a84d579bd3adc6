"""The office's lists: what a row says, how they are narrowed, searched and exported; choosers."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from directory.models import Attribute, Location, Organization, Service, TaxonomyTerm
from tests.listings import in_spanish, make_organization, make_service

pytestmark = pytest.mark.django_db
SERVICES = "wagtailsnippets_directory_service:list"


@pytest.fixture
def desk(at_desk: Callable[[str], Client]) -> Client:
    return at_desk("elena")


def names(desk: Client, query: str = "") -> list[str]:
    response = desk.get(f"{reverse(SERVICES)}{query}")
    assert response.status_code == 200
    return sorted(str(listing) for listing in response.context["object_list"])


def test_a_row_says_organization_state_words_and_confirmation(desk: Client) -> None:
    service = make_service(organization=make_organization("Mesa Sereno"), assured_date=date(2026, 5, 1))
    in_spanish(service, name="Despensa")

    page = desk.get(reverse(SERVICES)).content.decode()

    for text in ("Food pantry", "Mesa Sereno", "on the site", "Complete", "May 1, 2026"):
        assert text in page, text
    assert "Despensa" not in page


def test_the_words_of_a_row_lead_to_where_they_are_written(desk: Client) -> None:
    begun, bare = make_service("Begun"), make_service("Bare")
    row = in_spanish(begun, name="Empezado")

    page = desk.get(reverse(SERVICES)).content.decode()

    assert reverse("wagtailsnippets_directory_service:edit", args=[row.pk]) in page
    submit = reverse("wagtail_localize:submit_snippet_translation", args=["directory", "service", bare.pk])
    assert f"{submit}?select_locale=es" in page


def test_the_list_is_narrowed_by_need_and_what_is_inside_it(desk: Client) -> None:
    food = TaxonomyTerm.objects.create(name="Food", code="102")
    pantry = TaxonomyTerm.objects.create(name="Food pantry", code="102-04", parent=food)
    Attribute.objects.create(service=make_service("Boxes"), taxonomy_term=pantry)
    make_service("Story hour")

    assert names(desk, f"?need={food.pk}") == ["Boxes"]


def test_the_list_is_narrowed_by_state(desk: Client) -> None:
    make_service("Public")
    make_service("Draft", live=False)
    make_service("Changed", has_unpublished_changes=True)

    assert names(desk, "?state=live") == ["Changed", "Public"]
    assert names(desk, "?state=draft") == ["Draft"]
    assert names(desk, "?state=changed") == ["Changed"]


def test_the_list_is_narrowed_by_how_the_words_stand(desk: Client) -> None:
    make_service("No words")
    in_spanish(make_service("Complete"), name="Completo")
    outdated = in_spanish(make_service("Old words"), name="Palabras")
    Service.objects.filter(pk=outdated.pk).update(words_state="outdated")

    assert names(desk, "?words_es=missing") == ["No words"]
    assert names(desk, "?words_es=outdated") == ["Old words"]
    assert names(desk, "?words_es=outdated&words_es=reviewed") == ["Complete", "Old words"]


def test_the_list_is_narrowed_by_when_it_was_last_confirmed(desk: Client) -> None:
    today = timezone.localdate()
    for name, days in (("Yesterday", 1), ("Half a year", 200), ("Long ago", 400)):
        make_service(name, assured_date=today - timedelta(days=days))
    make_service("Never")

    assert names(desk, "?confirmed=never") == ["Never"]
    assert names(desk, "?confirmed=180") == ["Half a year", "Long ago", "Never"]
    assert names(desk, "?confirmed=365") == ["Long ago", "Never"]
    assert names(desk, f"?confirmed_before={today - timedelta(days=300)}") == ["Long ago", "Never"]


@pytest.mark.parametrize("broken", ["?need=x", "?confirmed=soon", "?confirmed_before=32", "?words_es=x", "?p=9999"])
def test_broken_filters_are_no_error(broken: str, desk: Client) -> None:
    make_service()

    assert desk.get(f"{reverse(SERVICES)}{broken}").status_code == 200


@pytest.mark.parametrize("kind", ["service", "organization", "location", "taxonomyterm", "taxonomy", "unit"])
@pytest.mark.parametrize("text", ['"', '"food', "O'Neill", "%", "Peña"])
def test_any_text_may_be_searched(kind: str, text: str, desk: Client) -> None:
    response = desk.get(reverse(f"wagtailsnippets_directory_{kind}:list"), {"q": text})

    assert response.status_code == 200


def test_services_are_found_by_name_and_organization(desk: Client) -> None:
    make_service("Boxes", organization=make_organization("Mesa Peña"))
    make_service("Story hour")

    assert names(desk, "?q=Peña") == ["Boxes"]
    assert names(desk, "?q=story") == ["Story hour"]


def test_the_list_is_exported_as_it_is_narrowed(desk: Client) -> None:
    in_spanish(make_service("Boxes", organization=make_organization("Mesa Peña")), name="Cajas")
    make_service("Draft", live=False)

    response = desk.get(f"{reverse(SERVICES)}?state=live&export=csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))

    assert [(row["Name"], row["Spanish"]) for row in rows] == [("Boxes", "Complete")]
    assert "Mesa Peña" in rows[0].values()


def test_the_list_is_exported_to_excel(desk: Client) -> None:
    make_service("Boxes", assured_date=date(2026, 5, 1))

    response = desk.get(f"{reverse(SERVICES)}?export=xlsx")
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active

    assert "Boxes" in [cell.value for cell in sheet[2]]


def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    desk: Client, django_assert_max_num_queries: Callable[..., object]
) -> None:
    organization = make_organization()
    for number in range(12):
        in_spanish(make_service(f"Service {number}", organization=organization), name=f"Servicio {number}")
    desk.get(reverse(SERVICES))

    with django_assert_max_num_queries(70):
        desk.get(reverse(SERVICES))


def test_the_places_of_the_own_organization_are_offered_first(desk: Client) -> None:
    own, other = make_organization("Own"), make_organization("Other")
    Location.objects.create(name="A hall", organization=other)
    Location.objects.create(name="Z hall", organization=own)
    url = reverse("wagtailsnippetchoosers_directory_location:choose")

    first = desk.get(url, {"organization": str(own.pk)}).json()["html"]
    plain = desk.get(url).json()["html"]

    assert first.index("Z hall") < first.index("A hall")
    assert plain.index("A hall") < plain.index("Z hall")


@pytest.mark.parametrize("kind", ["location", "organization", "taxonomyterm", "service"])
def test_choosers_offer_facts_only_and_survive_any_text(kind: str, desk: Client) -> None:
    in_spanish(make_organization("Mesa Sereno"), name="La mesa")
    url = reverse(f"wagtailsnippetchoosers_directory_{kind}:choose_results")

    for text in ('"', "mesa", ""):
        response = desk.get(url, {"q": text, "organization": "not a key"})
        assert response.status_code == 200
        assert "La mesa" not in response.content.decode()


def test_a_listing_on_the_site_can_be_opened_there(desk: Client) -> None:
    make_service("Food pantry")

    assert "/en/directory/food-pantry/" in desk.get(reverse(SERVICES)).content.decode()


def test_select_all_and_delete_does_not_empty_the_directory(at_desk: Callable[[str], Client]) -> None:
    marco = at_desk("marco")
    make_organization("Mesa Sereno")
    url = reverse("wagtail_bulk_action", args=["directory", "organization", "delete"])

    marco.post(f"{url}?id=all&next=/admin/")

    assert Organization.objects.count() == 1
