"""The form of a service: nested rows, hours as people say them, plain words when something is missing."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from directory.models import Location, Schedule, Service, TaxonomyTerm
from tests.admin.forms import add_row, filled_form
from tests.listings import make_location, make_organization, make_phone, make_service

pytestmark = pytest.mark.django_db
PLACES = "service_at_locations"


def edit_url(service: Service) -> str:
    return reverse("wagtailsnippets_directory_service:edit", args=[service.pk])


def latest(service: Service) -> Service:
    return Service.objects.get(pk=service.pk).get_latest_revision_as_object()


@pytest.fixture
def marco(at_desk: Callable[[str], Client]) -> Client:
    return at_desk("marco")


@pytest.fixture
def food(office: None) -> TaxonomyTerm:
    return TaxonomyTerm.objects.create(name="Food pantry", code="102-04")


def with_need(data: dict[str, Any], term: TaxonomyTerm) -> dict[str, Any]:
    add_row(data, "attributes", taxonomy_term=str(term.pk))
    return data


def errors_of(response: Any) -> str:
    form = response.context["form"]

    def walk(form: Any) -> list[str]:
        texts = [error for errors in form.errors.values() for error in errors]
        for formset in form.formsets.values():
            texts += [text for each in formset.forms for text in walk(each)]
        return texts

    return " | ".join(walk(form))


def test_places_with_their_own_hours_survive_draft_edit_and_publication(marco: Client, food: TaxonomyTerm) -> None:
    service = make_service()
    hall, annex = (Location.objects.create(name=name) for name in ("Hall", "Annex"))
    data = filled_form(marco, edit_url(service))
    for location in (hall, annex):
        place = add_row(data, PLACES, location=str(location.pk), description=f"At the {location.name}")
        add_row(data, f"{place}-schedules", days=["MO", "WE"], rhythm="weekly", opens_at="9:00", closes_at="12:00")
        add_row(data, f"{place}-schedules", days=["SA"], rhythm="2", opens_at="10:00", closes_at="11:30")
        add_row(data, f"{place}-phones", number="8315550142")
    assert marco.post(edit_url(service), data).status_code == 302

    draft = latest(service)
    keys = {place.pk: [row.pk for row in place.schedules.all()] for place in draft.service_at_locations.all()}
    assert Schedule.objects.count() == 0
    assert [len(rows) for rows in keys.values()] == [2, 2]

    data = with_need(filled_form(marco, edit_url(service)), food)
    data[f"{PLACES}-0-description"] = "Through the green door"
    data[f"{PLACES}-0-ORDER"], data[f"{PLACES}-1-ORDER"] = "2", "1"
    data[f"{PLACES}-1-schedules-0-DELETE"] = "on"
    response = marco.post(edit_url(service), {**data, "action-publish": "1"})
    assert response.status_code == 302, errors_of(response)

    places = list(Service.objects.get(pk=service.pk).service_at_locations.all())
    assert [place.location.name for place in places] == ["Annex", "Hall"]
    assert places[1].description == "Through the green door"
    assert [row.byday for row in places[1].schedules.all()] == ["MO,WE", "2SA"]
    assert [row.byday for row in places[0].schedules.all()] == ["2SA"]
    assert places[0].phones.get().number == "(831) 555-0142"
    assert {place.pk for place in places} == set(keys)
    assert {row.pk for row in places[1].schedules.all()} == set(keys[places[1].pk])


def test_publishing_again_keeps_the_keys_of_all_rows(marco: Client, food: TaxonomyTerm) -> None:
    service = make_service()
    place = make_location(service, name="Hall")
    hours = Schedule.objects.create(service_at_location=place, byday="MO", opens_at=time(9), closes_at=time(12))
    phone = make_phone(service=service)

    data = with_need(filled_form(marco, edit_url(service)), food)
    assert marco.post(edit_url(service), {**data, "action-publish": "1"}).status_code == 302

    assert Schedule.objects.get().pk == hours.pk
    assert service.phones.get().pk == phone.pk
    assert service.service_at_locations.get().pk == place.pk


def test_a_row_of_another_listing_cannot_be_taken_over(marco: Client, food: TaxonomyTerm) -> None:
    theirs = make_phone(service=make_service("Theirs"))
    ours = make_service("Ours")

    data = with_need(filled_form(marco, edit_url(ours)), food)
    data |= {"phones-TOTAL_FORMS": 1, "phones-INITIAL_FORMS": 1}
    data |= {"phones-0-id": str(theirs.pk), "phones-0-number": "(831) 555-0199", "phones-0-ORDER": "1"}
    data |= {"phones-0-languages-TOTAL_FORMS": 0, "phones-0-languages-INITIAL_FORMS": 0}
    marco.post(edit_url(ours), {**data, "action-publish": "1"})

    theirs.refresh_from_db()
    assert (theirs.service.name, theirs.number) == ("Theirs", "(831) 555-0101")
    assert ours.phones.get().pk != theirs.pk


def test_a_draft_may_be_incomplete(at_desk: Callable[[str], Client], office: None) -> None:
    organization = make_organization()
    elena = at_desk("elena")
    url = reverse("wagtailsnippets_directory_service:add")

    response = elena.post(url, {**filled_form(elena, url), "name": "Diapers", "organization": str(organization.pk)})

    assert response.status_code == 302
    diapers = Service.objects.get(name="Diapers")
    assert not diapers.live
    assert diapers.locale.language_code == "en"


def test_a_listing_cannot_be_begun_in_spanish(at_desk: Callable[[str], Client], office: None) -> None:
    organization = make_organization()
    root = at_desk("root")
    url = reverse("wagtailsnippets_directory_service:add") + "?locale=es"

    root.post(url, {**filled_form(root, url), "name": "Pañales", "organization": str(organization.pk)})

    assert Service.objects.get(name="Pañales").locale.language_code == "en"


def test_a_service_without_a_need_is_not_published(marco: Client, office: None) -> None:
    service = make_service()

    response = marco.post(edit_url(service), {**filled_form(marco, edit_url(service)), "action-publish": "1"})

    assert "Choose at least one need" in response.content.decode()


@pytest.mark.parametrize(
    ("formset", "values", "says"),
    [
        ("schedules", {"days": ["MO"], "opens_at": "9:00"}, "When does it close?"),
        ("schedules", {"days": ["MO"], "closes_at": "9:00"}, "When does it open?"),
        ("schedules", {"opens_at": "9:00", "closes_at": "12:00"}, "On which days?"),
        (
            "schedules",
            {"days": ["MO"], "rhythm": "fortnightly", "opens_at": "9:00", "closes_at": "12:00"},
            "give one date on which it takes place",
        ),
        (
            "schedules",
            {"days": ["MO"], "valid_from": "2026-05-01", "valid_to": "2026-04-01"},
            "before “valid from”",
        ),
        (
            "schedule_exceptions",
            {"starts_on": "2026-12-25", "ends_on": "2026-12-24", "closed": "on"},
            "before the first day",
        ),
        ("schedule_exceptions", {"starts_on": "2026-12-25"}, "Open at other hours?"),
        ("phones", {"number": "555-01"}, "not a whole phone number"),
        ("languages", {"note": "Tuesdays"}, "Choose a language"),
    ],
)
def test_what_is_missing_is_said_in_plain_words(
    formset: str, values: dict[str, Any], says: str, marco: Client, food: TaxonomyTerm
) -> None:
    service = make_service()
    data = with_need(filled_form(marco, edit_url(service)), food)
    add_row(data, formset, **values)

    response = marco.post(edit_url(service), {**data, "action-publish": "1"})

    assert says in errors_of(response)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("831 555 0142", "(831) 555-0142"),
        ("+52 55 5555 0142", "+52 55 5555 0142"),
        ("211", "211"),
        ("1-800-555-FOOD", "1-800-555-FOOD"),
    ],
)
def test_phone_numbers_are_written_the_way_the_country_writes_them(
    typed: str, kept: str, marco: Client, food: TaxonomyTerm
) -> None:
    service = make_service()
    data = with_need(filled_form(marco, edit_url(service)), food)
    add_row(data, "phones", number=typed)

    assert marco.post(edit_url(service), {**data, "action-publish": "1"}).status_code == 302

    assert service.phones.get().number == kept


def test_a_zip_code_has_five_digits(marco: Client, office: None) -> None:
    place = Location.objects.create(name="Hall")
    url = reverse("wagtailsnippets_directory_location:edit", args=[place.pk])
    data = filled_form(marco, url)
    values = {"address_1": "1 Oak", "city": "Salinas", "state_province": "ca", "country": "US"}
    row = add_row(data, "addresses", **values, address_type="physical", postal_code="9390")

    response = marco.post(url, {**data, "action-publish": "1"})
    assert "five digits" in errors_of(response)

    assert marco.post(url, {**data, f"{row}-postal_code": "93901", "action-publish": "1"}).status_code == 302
    assert place.addresses.get().state_province == "CA"


@pytest.mark.parametrize(
    ("rule", "days", "rhythm"),
    [
        ({"freq": "WEEKLY", "byday": "MO,TU"}, ["MO", "TU"], "weekly"),
        ({"freq": "", "byday": "FR"}, ["FR"], "weekly"),
        ({"freq": "WEEKLY", "byday": "FR", "interval": 2}, ["FR"], "fortnightly"),
        ({"freq": "MONTHLY", "byday": "2SA"}, ["SA"], "2"),
        ({"freq": "MONTHLY", "byday": "-1FR,-1SA"}, ["FR", "SA"], "-1"),
        ({"freq": "MONTHLY", "byday": "1MO,3MO"}, [], "other"),
        ({"freq": "MONTHLY", "bymonthday": "15"}, [], "other"),
    ],
)
def test_every_rule_shows_as_days_and_rhythm_or_stays_as_it_is(
    rule: dict[str, Any], days: list[str], rhythm: str, marco: Client, food: TaxonomyTerm
) -> None:
    service = make_service()
    Schedule.objects.create(service=service, opens_at=time(9), closes_at=time(12), **rule)
    data = filled_form(marco, edit_url(service))
    assert (data.get("schedules-0-days", []), data["schedules-0-rhythm"]) == (days, rhythm)

    assert marco.post(edit_url(service), {**with_need(data, food), "action-publish": "1"}).status_code == 302

    kept = service.schedules.get()
    assert kept.byday == rule.get("byday", "")
    assert kept.freq == rule["freq"]
    assert kept.interval == rule.get("interval")
    assert kept.bymonthday == rule.get("bymonthday", "")


def test_an_address_taken_by_another_listing_is_refused(marco: Client, food: TaxonomyTerm) -> None:
    make_service("Food pantry")
    other = make_service("Other")

    data = with_need({**filled_form(marco, edit_url(other)), "slug": "food-pantry"}, food)

    assert "has this address already" in errors_of(marco.post(edit_url(other), {**data, "action-publish": "1"}))


def test_a_copy_has_the_facts_but_its_own_rows_address_and_confirmation(marco: Client, food: TaxonomyTerm) -> None:
    service = make_service(assured_by="office", assured_date="2026-01-05")
    phone = make_phone(service=service)
    place = make_location(service, name="Hall")
    Schedule.objects.create(service_at_location=place, byday="MO", opens_at=time(9), closes_at=time(12))
    copy_url = reverse("wagtailsnippets_directory_service:copy", args=[service.pk])

    data = with_need(filled_form(marco, copy_url), food)
    response = marco.post(
        reverse("wagtailsnippets_directory_service:add"), {**data, "name": "Second pantry", "action-publish": "1"}
    )
    assert response.status_code == 302, errors_of(response)

    copy = Service.objects.get(name="Second pantry")
    assert (copy.slug, copy.assured_date, copy.translation_key == service.translation_key) == (
        "second-pantry",
        None,
        False,
    )
    assert copy.phones.get().pk != phone.pk
    assert copy.service_at_locations.get().schedules.get().byday == "MO"
    assert service.phones.get().pk == phone.pk
    assert service.service_at_locations.get().schedules.count() == 1
