"""Two listings of one thing: what they knew is kept, ids and old addresses lead on, and the act can be undone."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from core.languages import words_of
from core.models import User
from directory.hsds.importer import Import, open_source
from directory.hsds.problems import Report
from directory.models import Location, Merged, Metadata, Organization, Phone, Schedule, Service, ServiceAtLocation
from directory.public.directories import alternate_paths
from partners.merging.doing import merge, part
from partners.merging.offered import offers
from partners.models import Membership, Proposal
from partners.proposing import Sender, send
from partners.values import values_of
from tests.whole_listings import a_location, a_need, a_service, an_organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def twin(mesa: Organization) -> Organization:
    twin = an_organization("Mesa of Salinas")
    Phone.objects.create(organization=twin, number="831 555 0199", description="Night line")
    Organization.objects.filter(pk=twin.pk).update(year_incorporated=1999, legal_status="Non-profit")
    twin.refresh_from_db()
    return twin


@pytest.fixture
def elena(moses: Client) -> Any:
    return User.objects.get(username="moses")


def paths(keep: Any, away: Any) -> set[str]:
    return {offer.path for offer in offers(keep, away) if offer.is_taken}


def test_what_the_one_lacks_is_taken_over_and_what_it_says_otherwise_is_not(mesa, twin, elena) -> None:
    found = {offer.path: offer for offer in offers(mesa, twin)}

    assert found["year_incorporated"].is_taken
    assert not found["name"].is_taken
    assert "phones" not in {path.partition("/")[0] for path, offer in found.items() if offer.other.count("0100")}
    merge(mesa, twin, paths(mesa, twin), by=elena)

    mesa.refresh_from_db()
    assert (mesa.name, mesa.year_incorporated) == ("Mesa", 1999)
    assert {phone.number for phone in mesa.phones.all()} == {"(831) 555-0100", "831 555 0199"}


def test_services_places_and_people_follow_with_their_ids(mesa, twin, elena) -> None:
    closet = a_service(twin, "Closet", [a_need("Clothes")])
    draft = Service.objects.create(organization=twin, name="Soon", live=False)
    draft.save_revision()
    member = Membership.objects.create(account=elena, organization=twin)
    phone = twin.phones.get(number="831 555 0199")

    merge(mesa, twin, paths(mesa, twin), by=elena)

    closet.refresh_from_db()
    assert closet.organization == mesa
    assert closet.live
    assert set(Location.objects.facts().values_list("organization", flat=True)) == {mesa.pk}
    draft.refresh_from_db()
    assert draft.organization == mesa
    assert not draft.live
    assert str(draft.latest_revision.content["organization"]) == str(mesa.pk)
    member.refresh_from_db()
    assert member.organization == mesa
    assert mesa.phones.filter(pk=phone.pk).exists()
    assert Metadata.objects.filter(resource_id=closet.pk, field_name="organization").exists()


@pytest.mark.parametrize(("language", "way"), [("en", "/en/directory/organizations/"), ("es", "/es/directorio/")])
def test_the_old_address_leads_to_the_one_that_stays(mesa, twin, elena, client, language, way) -> None:
    before = _addresses(twin)
    merge(mesa, twin, paths(mesa, twin), by=elena)

    answer = client.get(before[language])
    assert before[language].startswith(way)
    assert answer.status_code == 301
    assert answer["Location"] == _addresses(mesa)[language]
    assert client.get(answer["Location"]).status_code == 200


def test_a_chain_of_mergers_leads_to_its_end(mesa, twin, elena, client) -> None:
    third = an_organization("La Mesa")
    old = _addresses(twin)["en"]
    merge(third, twin, set(), by=elena)
    merge(mesa, third, set(), by=elena)

    assert Merged.objects.get(gone=twin.pk).kept == mesa.pk
    assert client.get(old)["Location"] == _addresses(mesa)["en"]


def test_an_import_of_the_old_id_feeds_the_one_that_stays(mesa, twin, elena, tmp_path: Path) -> None:
    merge(mesa, twin, set(), by=elena)
    source = [{"id": str(twin.pk), "name": "Mesa of Salinas", "description": "Neighbors."}]
    service = {"id": "5a2f4a88-7a9b-4f5c-9a53-5c5d90f8e611", "organization_id": str(twin.pk), "name": "Rides"}
    (tmp_path / "organization.json").write_text(json.dumps(source))
    (tmp_path / "service.json").write_text(json.dumps([{**service, "status": "active"}]))

    report = Report()
    Import(open_source(tmp_path, report), report).run()

    assert Service.objects.get(pk=service["id"]).organization == mesa
    assert not Organization.objects.get(pk=twin.pk).live


def test_parted_again_everything_is_as_it_was(mesa, twin, elena, client) -> None:
    closet = a_service(twin, "Closet", [a_need("Clothes")])
    was, others, old = values_of(mesa), values_of(twin), _addresses(twin)["en"]
    place = closet.service_at_locations.get().location

    merged = merge(mesa, twin, {offer.path for offer in offers(mesa, twin)}, by=elena)
    part(merged, by=elena)

    for row in (mesa, twin, closet, place):
        row.refresh_from_db()
    assert values_of(mesa) == was
    assert values_of(twin) == others
    assert twin.live
    assert not twin.locked
    assert (closet.organization, place.organization) == (twin, twin)
    assert client.get(old).status_code == 200
    assert not Merged.objects.exists()


def test_what_was_corrected_since_stays_corrected(mesa, twin, elena) -> None:
    merged = merge(mesa, twin, {offer.path for offer in offers(mesa, twin)}, by=elena)
    mesa.refresh_from_db()
    mesa.year_incorporated = 2001
    phone = mesa.phones.get(number="831 555 0199")
    phone.number = "831 555 0200"
    mesa.phones.add(phone)
    mesa.save_revision().publish()

    part(merged, by=elena)

    mesa.refresh_from_db()
    assert mesa.year_incorporated == 2001
    assert Phone.objects.get(pk=phone.pk).number == "831 555 0200"
    assert Phone.objects.get(pk=phone.pk).organization == twin


def test_services_keep_one_list_of_hours(mesa, pantry, elena) -> None:
    other = a_service(mesa, "Food pantry", [a_need("Groceries")])
    hours = set(pantry.schedules.values_list("pk", flat=True))

    merge(pantry, other, paths(pantry, other), by=elena)

    assert set(Schedule.objects.filter(service=pantry).values_list("pk", flat=True)) == hours
    assert pantry.service_at_locations.count() == 2
    assert pantry.attributes.count() == 2


def test_two_places_become_one_in_every_service(mesa, pantry, elena) -> None:
    place = pantry.service_at_locations.get().location
    same = a_location(mesa, "Same hall")
    only_there = a_service(mesa, "Rides", [a_need("Rides")], places=0)
    row = ServiceAtLocation.objects.create(service=only_there, location=same)
    doubled = ServiceAtLocation.objects.create(service=pantry, location=same)

    merged = merge(place, same, set(), by=elena)

    row.refresh_from_db()
    assert row.location == place
    assert [each.location for each in ServiceAtLocation.objects.filter(service=pantry)] == [place]
    part(merged, by=elena)
    row.refresh_from_db()
    assert row.location == same
    assert ServiceAtLocation.objects.get(pk=doubled.pk).location == same


def test_what_a_partner_sent_about_the_one_can_be_decided_at_the_other(mesa, pantry, elena) -> None:
    other = a_service(mesa, "Food pantry", [])
    proposal = send(other, {"email": "food@mesa.org"}, values_of(other), Sender(by=elena, language="es"))

    merge(pantry, other, set(), by=elena)

    assert Proposal.objects.get(pk=proposal.pk).listing == pantry


def test_the_pages_in_both_languages(mesa, twin, moses, elena) -> None:
    url = reverse("partners_merge_two", args=["organization", mesa.pk, twin.pk])
    for language, words in (("en", "Make them one"), ("es", "Unir las dos")):
        UserProfile.objects.update_or_create(user=elena, defaults={"preferred_language": language})
        assert words in moses.get(url).text
    UserProfile.objects.update(preferred_language="en")
    page = moses.get(reverse("partners_merge", args=["organization", mesa.pk]), {"q": "salinas"})
    assert url in page.text
    answer = moses.post(url, {"take": ["year_incorporated"]}, follow=True)
    assert "Mesa of Salinas" in answer.text
    merged = Merged.objects.get()
    assert "Mesa of Salinas" in moses.get(reverse("partners_merged")).text
    moses.post(reverse("partners_part", args=[merged.pk]))
    assert Organization.objects.get(pk=twin.pk).live


def test_refusals_say_what_to_do(mesa, twin, moses, elena, marta) -> None:
    url = reverse("partners_merge_two", args=["organization", mesa.pk, twin.pk])
    assert marta.get(url).status_code in (302, 403)
    Organization.objects.filter(pk=mesa.pk).update(live=False)
    assert "Publish it" in moses.post(url, {"take": ["name"]}, follow=True).text
    same = reverse("partners_merge_two", args=["organization", twin.pk, twin.pk])
    assert "two different" in moses.post(same).text
    assert not Merged.objects.exists()
    assert moses.get(reverse("partners_merge_two", args=["school", mesa.pk, twin.pk]), follow=True).status_code == 404


def _addresses(row: Any) -> dict[str, str]:
    return alternate_paths(row, words_of(row, "en"))
