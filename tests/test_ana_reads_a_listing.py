"""The public page of a service: facts, words, warnings, and what it never says."""

from datetime import date, time, timedelta

import pytest
from django.test import Client

from core.languages import state_of
from core.models.words import WordsState
from directory.models import CostOption, Language, RequiredDocument, Schedule, ScheduleException, Service
from directory.public.opening import today
from home.tree import ensure_tree
from tests.listings import in_spanish, make_location, make_organization, make_phone, make_service

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _pages() -> None:
    ensure_tree()


def read(ana: Client, path: str) -> str:
    response = ana.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_the_listing_stands_under_its_slug_in_both_languages(ana: Client) -> None:
    service = make_service("Food pantry", summary="A box of food.")
    in_spanish(service, name="Despensa de la Peña", summary="Una caja de comida.")

    assert "A box of food." in read(ana, "/en/directory/food-pantry/")
    assert "Una caja de comida." in read(ana, "/es/directorio/despensa-de-la-pena/")


def test_the_address_of_the_original_leads_to_the_translated_address(ana: Client) -> None:
    in_spanish(make_service("Food pantry"), name="Despensa")

    response = ana.get("/es/directorio/food-pantry/?from=card")

    assert response.status_code == 301
    assert response["Location"] == "/es/directorio/despensa/?from=card"


def test_a_listing_without_spanish_appears_in_the_spanish_frame_and_says_so(ana: Client) -> None:
    make_service("Sober living", summary="A quiet house.")

    page = read(ana, "/es/directorio/sober-living/")

    assert '<html lang="es">' in page
    assert '<span lang="en">A quiet house.</span>' in page
    assert "todavía no está traducida" in page


def test_a_phone_corrected_in_english_is_right_in_spanish_at_once(ana: Client) -> None:
    service = make_service()
    phone = make_phone(service=service, number="(831) 555-0101")
    in_spanish(service, name="Despensa")

    phone.number = "(831) 555-0199"
    phone.save()

    assert "(831) 555-0199" in read(ana, "/es/directorio/despensa/")


def test_the_prose_of_child_rows_is_translated_too(ana: Client) -> None:
    service = make_service(papers="some")
    paper = RequiredDocument.objects.create(service=service, document="Photo ID")
    in_spanish(service, {f"{paper.pk}.document": "Identificación con foto"}, name="Despensa")

    assert "Identificación con foto" in read(ana, "/es/directorio/despensa/")


def test_the_questions_come_in_the_same_order_in_both_languages(ana: Client) -> None:
    in_spanish(make_service(), name="Despensa")

    english = ["Where is it?", "What does it cost?", "Who can get it?", "Do they ask for papers?"]
    spanish = ["¿Dónde es?", "¿Cuánto cuesta?", "¿Quién puede recibirlo?", "¿Piden papeles?"]
    for path, questions in (("/en/directory/food-pantry/", english), ("/es/directorio/despensa/", spanish)):
        page = read(ana, path)
        places = [page.index(f"<dt>{question}</dt>") for question in questions]
        assert places == sorted(places)


def test_what_is_not_known_says_so(ana: Client) -> None:
    make_service(cost="unknown", papers="unknown")

    page = read(ana, "/en/directory/food-pantry/")

    assert page.count("We do not know. Please call and ask.") >= 4
    assert "Hours not known. Please call." in page


def test_no_papers_is_a_first_class_answer(ana: Client) -> None:
    make_service(papers="none")
    assert "No. They ask for no papers." in read(ana, "/en/directory/food-pantry/")


def test_prices_on_a_scale_are_listed(ana: Client) -> None:
    service = make_service(cost="sliding", fees_description="It depends on your income.")
    CostOption.objects.create(service=service, option="Families of four", amount=12.5, amount_description="per visit")

    page = read(ana, "/en/directory/food-pantry/")

    assert "It depends on your income." in page
    assert "Families of four: $12.50 per visit" in page


def test_a_private_address_shows_the_town_only(ana: Client) -> None:
    service = make_service("Safe house")
    make_location(service, name="Casa", address_private=True, latitude=36.7, longitude=-121.6, transportation="Bus 3")

    page = read(ana, "/en/directory/safe-house/")

    assert "Valle Sereno" in page
    for secret in ("412 Alder Street", "93905", "36.7", "Bus 3", "maps/dir"):
        assert secret not in page


def test_the_week_and_its_exceptions_are_shown(ana: Client) -> None:
    service = make_service()
    Schedule.objects.create(
        service=service, freq="WEEKLY", byday="MO,TU,WE,TH,FR,SA,SU", opens_at=time(9), closes_at=time(12)
    )
    closed = today() + timedelta(days=3)
    ScheduleException.objects.create(service=service, starts_on=closed, closed=True, reason="Thanksgiving")

    page = read(ana, "/en/directory/food-pantry/")

    assert page.count("9 a.m. to noon") == 6
    assert page.count("Thanksgiving") == 1


def test_a_holiday_after_this_week_is_told_below_the_week(ana: Client) -> None:
    service = make_service()
    Schedule.objects.create(service=service, freq="WEEKLY", byday="MO,TU", opens_at=time(9), closes_at=time(12))
    closed = today() + timedelta(days=20)
    ScheduleException.objects.create(service=service, starts_on=closed, closed=True, reason="Winter break")

    assert read(ana, "/en/directory/food-pantry/").count("Winter break") == 1


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "Confirmed yesterday by the agency"),
        (90, "Confirmed 90 days ago by the agency"),
        (200, "It may have changed: please call first."),
        (400, "more than a year ago"),
        (None, "Nobody has confirmed this yet."),
    ],
)
def test_old_facts_say_so_before_anyone_goes_there(ana: Client, days: int | None, words: str) -> None:
    confirmed = None if days is None else today() - timedelta(days=days)
    make_service(assured_date=confirmed, assured_by="agency")
    assert words in read(ana, "/en/directory/food-pantry/")


def test_a_temporary_closure_says_when_it_ends(ana: Client) -> None:
    make_service(status="temporarily closed", closed_until=date(2099, 1, 15))
    assert "Closed for now. Opens again on" in read(ana, "/en/directory/food-pantry/")


def test_an_alert_ends_by_itself(ana: Client) -> None:
    make_service(alert="Moved to the gym", alert_until=today() - timedelta(days=1))
    assert "Moved to the gym" not in read(ana, "/en/directory/food-pantry/")


@pytest.mark.parametrize(
    "values", [{"do_not_list": True}, {"status": "inactive"}, {"status": "defunct"}, {"live": False}]
)
def test_what_is_not_for_the_public_is_not_found(ana: Client, values: dict) -> None:
    make_service(**values)
    assert ana.get("/en/directory/food-pantry/").status_code == 404


def test_a_service_of_an_unlisted_organization_is_not_found(ana: Client) -> None:
    make_service(organization=make_organization("Lantern", do_not_list=True))
    assert ana.get("/en/directory/food-pantry/").status_code == 404


def test_stored_scripts_are_inert_in_page_and_data_block(ana: Client) -> None:
    nasty = "</script><script>alert(1)</script>"
    make_service("Pantry", summary=nasty, description=nasty)

    page = read(ana, "/en/directory/pantry/")

    assert "<script>alert(1)" not in page
    assert "\\u003C/script\\u003E" in page


def test_search_engines_find_language_versions_and_facts(ana: Client) -> None:
    service = make_service(cost="free")
    Language.objects.create(service=service, code="es")
    in_spanish(service, name="Despensa")

    page = " ".join(read(ana, "/en/directory/food-pantry/").split())

    assert 'hreflang="es" href="http://testserver/es/directorio/despensa/"' in page
    assert '<link rel="canonical" href="http://testserver/en/directory/food-pantry/">' in page
    assert '"@type": "Service"' in page and '"isAccessibleForFree": true' in page
    assert '"@type": "BreadcrumbList"' in page


def test_the_sitemap_has_the_listing_in_both_languages(ana: Client) -> None:
    in_spanish(make_service("Food pantry"), name="Despensa")

    index = read(ana, "/sitemap.xml")
    services = read(ana, "/sitemap-services.xml")

    assert "sitemap-services.xml" in index
    assert "/en/directory/food-pantry/</loc>" in services
    assert "/es/directorio/despensa/</loc>" in services
    assert 'hreflang="es"' in services


def test_two_services_of_one_name_keep_apart() -> None:
    organization = make_organization()
    first, second = (Service.objects.create(name="Pantry", organization=organization) for _n in range(2))
    assert (first.slug, second.slug) == ("pantry", "pantry-2")


def test_a_place_that_asked_to_be_left_out_is_nowhere_on_the_page(ana: Client) -> None:
    service = make_service()
    make_location(service, name="Lantern House", city="Hidden Town", do_not_list=True, latitude=36.7, longitude=-121.6)

    page = read(ana, "/en/directory/food-pantry/")

    for secret in ("Lantern House", "Hidden Town", "412 Alder Street", "36.7"):
        assert secret not in page


def test_a_closure_that_should_be_over_asks_to_call(ana: Client) -> None:
    make_service(status="temporarily closed", closed_until=date(2020, 1, 15))
    assert "It was to open again on" in read(ana, "/en/directory/food-pantry/")


def test_a_service_cannot_take_the_address_of_a_page_of_the_directory(ana: Client) -> None:
    make_service("About")

    assert "About these listings" in read(ana, "/en/directory/about/")
    read(ana, "/en/directory/about-2/")


def test_line_ends_and_spaces_do_not_make_a_translation_outdated() -> None:
    service = make_service(description="One.\r\n\r\nTwo.")
    row = in_spanish(service, name="Despensa", description="Uno.\n\nDos.")
    service.description = "One.\n \nTwo."

    assert state_of("description", service.description, row) == WordsState.REVIEWED
