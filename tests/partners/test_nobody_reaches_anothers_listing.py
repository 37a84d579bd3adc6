"""Every address of the desk that carries an id is, for another partner, one where nothing is."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve, reverse

from directory.models import Organization, Phone, Service
from partners.desk.urls import urlpatterns as desk_addresses
from partners.models import Proposal, State
from tests.partners.test_marta_keeps_her_listing_true import form_of, send
from tests.whole_listings import an_organization

pytestmark = pytest.mark.django_db


def test_every_address_with_an_id_is_tried(pantry: Service) -> None:
    named = {each.name for each in desk_addresses if "<" in str(each.pattern)} - {"partner_sheet_file"}
    tried = {resolve(path).url_name for _method, path in addresses(pantry, Proposal(reference="AAA-AAA"))}

    assert tried == named


def addresses(listing: Any, proposal: Any) -> list[tuple[str, str]]:
    return [
        ("get", reverse("partner_listing", args=["service", listing.pk])),
        ("post", reverse("partner_listing", args=["service", listing.pk])),
        ("post", reverse("partner_throw_away", args=["service", listing.pk])),
        ("post", reverse("partner_week", args=["service", listing.pk])),
        ("get", reverse("partner_listing", args=["organization", listing.organization_id])),
        ("get", reverse("partner_at_once", args=[listing.pk])),
        ("post", reverse("partner_at_once", args=[listing.pk])),
        ("post", reverse("partner_as_always", args=[listing.pk])),
        ("get", reverse("partner_proposal", args=[proposal.reference])),
        ("post", reverse("partner_withdraw", args=[proposal.reference])),
    ]


def page_without_its_address(answer: Any, asked: tuple[str, str]) -> str:
    parts = [part for part in asked[1].split("/") if len(part) > 6]
    return re.sub("|".join(map(re.escape, parts)), "", answer.content.decode())


def test_another_partner_gets_the_same_answer_as_for_what_is_not_there(
    marta: Client, pantry: Service, member: Callable[..., Client], rooms: object
) -> None:
    send(marta, pantry, {**form_of(marta, pantry), "summary": ["First"]})
    other = member(an_organization("Otra Mesa"), "olga")
    missing = Service(organization=Organization())
    missing.organization_id = missing.pk

    for theirs, nowhere in zip(
        addresses(pantry, Proposal.objects.get()), addresses(missing, Proposal(reference="AAA-AAA")), strict=True
    ):
        answers = [getattr(other, method)(path) for method, path in (theirs, nowhere)]
        assert [answer.status_code for answer in answers] == [404, 404], theirs
        assert len({page_without_its_address(*each) for each in zip(answers, (theirs, nowhere), strict=True)}) == 1
    assert other.post(reverse("partner_still_correct"), {"listing": pantry.pk}).status_code == 404
    assert Proposal.objects.get().state == State.WAITING


def test_fields_that_are_not_asked_change_nothing(marta, pantry, mesa) -> None:
    foreign = Phone.objects.create(organization=an_organization("Otra"), number="(831) 555-0144")
    extra = {"slug": "x", "organization": "1", "live": "", "assured_date": "2020-01-01", "do_not_list": "on"}
    extra |= {f"phones/{foreign.pk}/number": "1", f"remove phones/{foreign.pk}": "on", "status": "defunct"}

    send(marta, pantry, {**form_of(marta, pantry), **extra, "summary": ["First"]})

    assert Proposal.objects.get().changed == {"summary": "First"}
