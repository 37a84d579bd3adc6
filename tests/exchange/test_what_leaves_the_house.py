"""Drafts stay; an export for strangers holds what families may see."""

from pathlib import Path

import pytest

from directory.models import Address, Funding, Location, Metadata, Organization, Phone, Service, ServiceAtLocation
from tests.exchange.packages import FORMS, bring_in, bytes_of, read_json, take_out, wipe

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def directory() -> None:
    shown = Organization.objects.create(name="Fresh Start", assurer_email="elena@example.org")
    unlisted = Organization.objects.create(name="Quiet House", do_not_list=True)
    shelter = Location.objects.create(
        name="Shelter",
        organization=shown,
        address_private=True,
        latitude=36.6,
        longitude=-121.6,
        transportation="Bus 7",
    )
    Address.objects.create(location=shelter, address_1="9 Hidden Lane", city="Salinas", postal_code="93901")
    service = Service.objects.create(organization=shown, name="Night shelter", extra={"columns": {"notes": "Ask Bea"}})
    ServiceAtLocation.objects.create(service=service, location=shelter)
    Service.objects.create(organization=unlisted, name="Quiet talks")
    Phone.objects.create(organization=unlisted, number="555-0199")
    draft = Service.objects.create(organization=shown, name="Half-written", live=False)
    Phone.objects.create(service=draft, number="555-0188")
    Funding.objects.create(service=service, source="Secret donor")
    Metadata.objects.create(
        resource_id=shelter.pk, last_action_date="2026-01-01T00:00:00Z", field_name="x", previous_value="9 Hidden Lane"
    )


def text_of(path: Path) -> str:
    return b"\n".join(bytes_of(path).values()).decode()


@pytest.mark.parametrize("form", FORMS)
def test_everything_but_drafts_goes_out(form: str, tmp_path: Path) -> None:
    text = text_of(take_out(form, tmp_path))

    for expected in ("Quiet House", "Quiet talks", "9 Hidden Lane", "Secret donor", "Ask Bea", "elena@example.org"):
        assert expected in text
    assert "Half-written" not in text and "555-0188" not in text


@pytest.mark.parametrize("form", FORMS)
def test_drafts_go_out_on_demand_and_come_back_as_drafts(form: str, tmp_path: Path) -> None:
    package = take_out(form, tmp_path, drafts=True)
    wipe()

    bring_in(package)

    assert not Service.objects.get(name="Half-written").live
    assert Service.objects.get(name="Night shelter").live
    assert list(bytes_of(take_out(form, tmp_path, name="b", drafts=True)).values()) == list(bytes_of(package).values())


@pytest.mark.parametrize("form", FORMS)
def test_strangers_get_no_unlisted_records_and_no_hidden_places(form: str, tmp_path: Path) -> None:
    text = text_of(take_out(form, tmp_path, public=True))

    for hidden in ("Quiet", "555-0199", "Hidden Lane", "93901", "36.6", "Bus 7", "Secret", "Ask Bea", "elena@"):
        assert hidden not in text
    assert "Salinas" in text and "Night shelter" in text


def test_a_public_export_comes_in_again(tmp_path: Path) -> None:
    package = take_out("tabular", tmp_path, public=True)
    wipe()

    bring_in(package)

    assert Location.objects.get().address_private
    assert Location.objects.get().latitude is None


def test_the_places_of_a_service_are_told_in_full(tmp_path: Path) -> None:
    said = next(found for found in read_json(take_out("ndjson", tmp_path)) if found["name"] == "Night shelter")

    assert said["service_at_locations"][0]["location"]["addresses"][0]["address_1"] == "9 Hidden Lane"
    assert said["organization"]["name"] == "Fresh Start"
