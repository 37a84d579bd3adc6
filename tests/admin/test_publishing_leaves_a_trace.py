"""At every publication: who changed which fact, and where the old address leads."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from core.models import User
from core.translation import adopt
from directory.models import Metadata, Phone, Service
from tests.listings import in_spanish, make_organization, make_phone, make_service

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


def publish(listing: Any, by: User | None = None) -> None:
    listing.save_revision(user=by).publish()


def history_of(row: Any) -> list[tuple[str, str, str, str]]:
    changes = Metadata.objects.filter(resource_id=row.pk).order_by("field_name")
    return [(each.last_action_type, each.field_name, each.previous_value, each.replacement_value) for each in changes]


def test_a_changed_fact_is_written_down_with_who_and_from_what_to_what(person: Callable[[str], User]) -> None:
    service = make_service(email="old@example.org")

    service.email = "new@example.org"
    publish(service, by=person("elena"))

    assert history_of(service) == [("update", "email", "old@example.org", "new@example.org")]
    assert Metadata.objects.get().updated_by == "elena"
    assert Metadata.objects.get().resource_type == "service"


def test_rows_inside_a_listing_have_their_own_history() -> None:
    service = make_service()
    kept, gone = make_phone(service=service), make_phone(service=service, number="(831) 555-0102")
    draft = Service.objects.get(pk=service.pk)
    first, second = draft.phones.all()
    first.number = "(831) 555-0199"
    draft.phones.remove(second)
    new = Phone(number="211")
    draft.phones.add(first, new)

    publish(draft)

    assert history_of(kept) == [("update", "number", "(831) 555-0101", "(831) 555-0199")]
    assert ("delete", "number", "(831) 555-0102", "") in history_of(gone)
    assert ("create", "number", "", "211") in history_of(new)


def test_a_first_publication_is_one_line() -> None:
    service = make_service(live=False, email="food@example.org")

    publish(service)

    assert history_of(service) == [("create", "name", "", "Food pantry")]


def test_publishing_nothing_new_writes_nothing() -> None:
    service = make_service()

    publish(service)

    assert history_of(service) == []
    assert Service.objects.get().last_modified is None


def test_a_change_dates_the_listing() -> None:
    service = make_service()

    service.summary = "A box of food."
    publish(service)

    assert Service.objects.get().last_modified is not None


def test_words_leave_no_trace_among_the_facts() -> None:
    row = in_spanish(make_service(), name="Despensa")

    row.name = "La despensa"
    publish(row)

    assert Metadata.objects.count() == 0


def test_the_old_address_of_a_listing_leads_to_the_new_one(ana: Client) -> None:
    service = make_service("Food pantry")

    service.slug = "food-boxes"
    publish(service)

    response = ana.get("/en/directory/food-pantry/")
    assert (response.status_code, response["Location"]) == (301, "/en/directory/food-boxes/")
    assert ana.get("/en/directory/food-boxes/").status_code == 200
    assert ana.get("/es/directorio/food-pantry/")["Location"] == "/es/directorio/food-boxes/"


def test_addresses_that_change_twice_lead_straight_to_the_last_and_back(ana: Client) -> None:
    organization = make_organization("Mesa Sereno")
    for slug in ("mesa", "mesa-sereno-valley"):
        organization.slug = slug
        publish(organization)

    assert ana.get("/en/directory/organizations/mesa-sereno/")["Location"].endswith("/mesa-sereno-valley/")
    assert ana.get("/en/directory/organizations/mesa/")["Location"].endswith("/mesa-sereno-valley/")

    organization.slug = "mesa"
    publish(organization)

    assert ana.get("/en/directory/organizations/mesa/").status_code == 200
    assert not Redirect.objects.filter(old_path="/en/directory/organizations/mesa").exists()


def test_the_first_spanish_name_moves_the_spanish_address_only(
    ana: Client, person: Callable[[str], User], django_capture_on_commit_callbacks: Any
) -> None:
    service = make_service("Food pantry")
    translation = adopt(in_spanish(service, name="Despensa", slug="food-pantry", live=False))

    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(user=person("lucia"), publish=True)

    response = ana.get("/es/directorio/food-pantry/")
    assert (response.status_code, response["Location"]) == (301, "/es/directorio/despensa/")
    assert ana.get("/en/directory/food-pantry/").status_code == 200


def test_a_draft_moves_nothing(ana: Client) -> None:
    service = make_service("Food pantry")

    service.slug = "food-boxes"
    service.save_revision()

    assert ana.get("/en/directory/food-pantry/").status_code == 200
    assert Redirect.objects.count() == 0
