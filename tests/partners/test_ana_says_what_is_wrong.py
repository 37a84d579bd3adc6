"""From every listing: something wrong, something missing, this is ours. Nothing of it is public, nothing is lost."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from core.models import OutgoingMail, User
from directory.models import Organization, Phone, Service
from partners.domains import is_their_own, registrable_domain
from partners.letting_in import accept_claim, end_membership
from partners.models import Claim, Membership, Report, Suggestion
from partners.telling import views
from search.indexer import rebuild
from tests.filling import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-12-01T18:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def ana() -> Client:
    return Client()


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("/en/directory/pantry/", "/en/something-wrong/service/"),
        ("/es/directorio/pantry-es/", "/es/algo-esta-mal/service/"),
    ],
)
def test_every_listing_leads_to_the_three_ways(ana, pantry, page, path) -> None:
    html = ana.get(page).content.decode()

    assert f"{path}{pantry.pk}/" in html
    for address in re.findall(r'href="(/[^"]*(?:wrong|mal|ours|nuestro|suggest|sugerir)[^"]*)"', html):
        assert ana.get(address).status_code == 200


def report(ana: Client, clock: Any, pantry: Service, **values: str) -> Any:
    path = reverse("something_wrong", args=["service", pantry.pk])
    return ana.post(path, filled(ana, clock, path, values), follow=True)


def test_one_tap_is_enough_and_the_partner_is_told_without_names(ana, clock, pantry, marta) -> None:
    answer = report(ana, clock, pantry, problem="no_answer").content.decode()

    sent = Report.objects.get()
    assert sent.reference in answer
    assert sent.is_urgent
    letter = OutgoingMail.objects.get(purpose="partner_report")
    assert letter.to == "marta@mesa.org"
    assert "Nobody answers this phone" in letter.text
    assert sent.reference not in ana.get("/en/directory/pantry/").content.decode()
    assert "1 family says" in marta.get("/en/partners/").content.decode()


def test_without_saying_what_is_wrong_it_is_asked_again_and_kept(ana, clock, pantry) -> None:
    answer = report(ana, clock, pantry, words="El número es otro", contact="831 555 0199").content.decode()

    assert "El número es otro" in answer
    assert "831 555 0199" in answer
    assert not Report.objects.exists()


def send_from(address: str, clock: Any, path: str, values: dict[str, str]) -> None:
    form = filled(Client(), clock, path, values)
    Client().post(path, form, headers={"x-forwarded-for": address})
    clock.move_to("2026-12-01T18:00:01Z")


@pytest.fixture
def a_school_of_one_address(settings: Any) -> str:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.SHARED_ADDRESSES = ["192.0.2.0/24"]
    return "192.0.2.10"


def test_a_flood_from_one_address_stands_outside_the_queue(clock, pantry, moses, a_school_of_one_address) -> None:
    path = reverse("suggest_service")
    for number in range(views.MANY + 5):
        send_from("203.0.113.7", clock, path, {"what": "service", "name": f"Spam {number}", "place": "x"})
    send_from(a_school_of_one_address, clock, path, {"what": "service", "name": "Free glasses", "place": "Salinas"})

    assert Suggestion.objects.held_back().count() == 5
    assert Suggestion.objects.waiting().filter(name="Free glasses").exists()
    assert "5 messages came in a flood" in moses.get(reverse("partners_queue")).content.decode()
    moses.post(reverse("partners_let_in"), {"act": "drop"})
    assert not Suggestion.objects.held_back().exists()


def test_a_flood_from_the_school_itself_leaves_room_for_its_families(clock, pantry, a_school_of_one_address) -> None:
    path = reverse("something_wrong", args=["service", pantry.pk])
    for number in range(30):
        send_from(a_school_of_one_address, clock, path, {"problem": "other", "words": f"spam {number}"})
    send_from(a_school_of_one_address, clock, path, {"problem": "closed"})

    assert (Report.objects.waiting().count(), Report.objects.held_back().count()) == (4, 27)
    assert Report.objects.waiting().filter(problem="closed").exists()


def test_a_flood_from_200_addresses_stands_outside_and_no_school_pays_for_it(
    clock, pantry, a_school_of_one_address
) -> None:
    path = reverse("something_wrong", args=["service", pantry.pk])
    for number in range(200):
        send_from(f"203.0.113.{number}", clock, path, {"problem": "other"})
    send_from(a_school_of_one_address, clock, path, {"problem": "closed"})

    held = 200 - views.MANY_ON_SITE
    assert (Report.objects.waiting().count(), Report.objects.held_back().count()) == (views.MANY_ON_SITE + 1, held)
    assert Report.objects.waiting().filter(problem="closed").exists()


def suggest(ana: Client, clock: Any, **values: str) -> Any:
    path = reverse("suggest_service")
    return ana.post(path, filled(ana, clock, path, {"what": "service", **values}), follow=True)


def test_what_may_be_there_already_is_shown_before_it_is_sent(ana, clock, pantry) -> None:
    Phone.objects.create(service=pantry, number="(831) 555-0177")
    rebuild()
    given = {"name": "Pantry", "phone": "831.555.0177", "organization": "Mesa"}

    assert "/en/directory/pantry/" in ana.get(reverse("suggest_alike"), given).content.decode()
    answer = suggest(ana, clock, **given).content.decode()
    assert "Is it one of these?" in answer
    assert not Suggestion.objects.exists()

    answer = suggest(ana, clock, **given, other="on").content.decode()
    assert Suggestion.objects.get().reference in answer


def test_a_suggestion_becomes_a_draft_that_nobody_reads_yet(ana, clock, rooms, moses) -> None:
    rebuild()
    suggest(ana, clock, name="Free glasses", organization="Lions", phone="831 555 0188", hours="Fridays")
    sent = Suggestion.objects.get()

    moses.post(reverse("partners_suggestion", args=[sent.pk]), {"act": "settle"})

    service = Service.objects.get(name="Free glasses")
    assert not service.live
    assert service.organization.name == "Lions"
    assert not service.organization.live
    assert service.phones.get().number == "831 555 0188"
    assert ana.get("/en/directory/free-glasses/").status_code == 404


def test_an_organization_is_suggested_by_itself(ana, clock, rooms, moses) -> None:
    rebuild()
    page = suggest(ana, clock, what="organization", name="Lions Club", organization="").text
    assert "Tell us one thing more" in page
    suggest(ana, clock, what="organization", name="Lions Club", website="https://lions.example.org", phone="555 0188")
    sent = Suggestion.objects.get()

    answer = moses.post(reverse("partners_suggestion", args=[sent.pk]), {"act": "settle"})

    made = Organization.objects.get(name="Lions Club")
    assert (made.live, made.website, made.phones.get().number) == (False, "https://lions.example.org", "555 0188")
    assert str(made.pk) in answer["Location"]
    assert not Service.objects.filter(organization=made).exists()


def test_an_organization_that_is_there_is_shown_while_somebody_suggests_it(ana, mesa, pantry) -> None:
    rebuild()
    found = ana.get(reverse("suggest_alike"), {"name": "Mesa"}).text
    assert "/en/directory/organizations/mesa/" in found
    assert "/en/directory/pantry/" in ana.get(reverse("suggest_alike"), {"name": "pantry"}).text


@pytest.mark.parametrize(
    ("email", "own"),
    [
        ("rosa@mesa.org", True),
        ("rosa@mail.mesa.org", True),
        ("rosa@evil-mesa.org", False),
        ("rosa@mesa.org.evil.com", False),
        ("rosa@mesa.co", False),
        ("rosa@mеsa.org", False),  # A Cyrillic letter.
        ("rosa@gmail.com", False),
        ("mesa.org", False),
        ("rosa@org", False),
    ],
)
def test_only_the_exact_registrable_domain_counts(email, own) -> None:
    assert is_their_own(email, Organization(website="https://www.mesa.org/help", email="mesa@gmail.com")) is own


def test_names_below_a_public_suffix_belong_to_different_people() -> None:
    assert registrable_domain("one.github.io") != registrable_domain("two.github.io")
    assert registrable_domain("co.uk") == ""
    assert not is_their_own("a@two.github.io", Organization(website="https://one.github.io"))


def claim(ana: Client, clock: Any, mesa: Organization, email: str = "rosa@mesa.org") -> Claim:
    path = reverse("this_is_ours", args=[mesa.pk])
    ana.post(path, filled(ana, clock, path, {"name": "Rosa Peña", "email": email}), follow=True)
    return Claim.objects.get(email=email)


def test_a_claim_opens_nothing_until_the_office_says_so(ana, clock, mesa, moses) -> None:
    sent = claim(ana, clock, mesa)
    assert sent.same_domain
    assert not User.objects.filter(email="rosa@mesa.org").exists()
    assert not OutgoingMail.objects.exists()

    moses.post(reverse("partners_claim", args=[sent.pk]), {"act": "settle"})
    moses.post(reverse("partners_claim", args=[sent.pk]), {"act": "decline"})

    assert Membership.objects.get().account.email == "rosa@mesa.org"
    assert OutgoingMail.objects.filter(to="rosa@mesa.org").count() == 1


def test_a_typed_in_address_gets_one_letter_however_often_it_is_claimed(ana, clock, mesa, moses) -> None:
    for _time in range(3):
        sent = claim(ana, clock, mesa, "victim@example.net")
    moses.post(reverse("partners_claim", args=[sent.pk]), {"act": "decline", "reason": "Nobody there knows you."})

    assert Claim.objects.count() == 1
    assert OutgoingMail.objects.filter(to="victim@example.net").count() == 1


def code_in(letter: OutgoingMail) -> str:
    return re.search(r"^([A-Z0-9]{3,4}-[A-Z0-9]{3,4})$", letter.text, re.MULTILINE)[1]


def test_she_signs_in_with_a_code_and_lands_at_her_desk(ana, mesa, member) -> None:
    member(mesa, "rosa")

    ana.post("/accounts/login/code/", {"email": "rosa@mesa.org", "next": "/en/partners/"})
    letter = OutgoingMail.objects.get(purpose="sign_in_code")
    wrong = ana.post("/accounts/login/code/confirm/", {"code": "AAAA-AAAA"})
    right = ana.post("/accounts/login/code/confirm/", {"code": code_in(letter)})

    assert wrong.status_code == 200
    assert right.status_code == 302
    assert ana.get("/en/partners/").status_code == 200
    assert mail.outbox == [] or all("rosa" not in str(each.to) or each.subject for each in mail.outbox)


@pytest.mark.parametrize("email", ["nobody@example.net", "moses@example.org"])
def test_unknown_addresses_and_those_of_the_office_get_the_same_page_and_no_code(ana, rooms, moses, email) -> None:
    answer = ana.post("/accounts/login/code/", {"email": email}, follow=True)

    assert answer.redirect_chain[0][0] == "/accounts/login/code/confirm/"
    assert email in answer.content.decode()
    assert not OutgoingMail.objects.filter(purpose="sign_in_code").exists()


def test_who_is_no_partner_any_more_is_signed_out_at_once(mesa, marta: Client, moses: Client, pantry: Service) -> None:
    membership = Membership.objects.get()

    moses.post(reverse("partners_end", args=[membership.pk]))

    assert marta.get("/en/partners/").status_code == 302
    assert not Membership.objects.current().exists()


def test_an_account_that_is_let_in_twice_is_one(ana, clock, mesa, member: Callable[..., Client]) -> None:
    member(mesa, "rosa")
    end_membership(Membership.objects.get())
    sent = claim(ana, clock, mesa)

    accept_claim(sent, by=None)

    assert User.objects.filter(email__iexact="rosa@mesa.org").count() == 1
    assert Membership.objects.current().count() == 1
