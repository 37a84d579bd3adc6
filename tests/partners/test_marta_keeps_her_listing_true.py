"""Marta works at a food bank: what she sees, confirms, changes and keeps for later."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.models import Phone, Schedule, Service
from partners.models import Proposal, State
from tests.whole_listings import a_service, an_organization

pytestmark = pytest.mark.django_db
DESK = {"en": "/en/partners/", "es": "/es/aliados/"}
FIELD = re.compile(r"<(input|textarea|select)\b([^>]*)>(?:(.*?)</\1>)?", re.DOTALL)


def form_of(client: Client, listing: Any, language: str = "en", kind: str = "service") -> dict[str, list[str]]:
    """What a browser would send back if nobody touched anything."""
    html = client.get(f"{DESK[language]}{kind}/{listing.pk}/").content.decode()
    form = html[html.index('name="base"') - 400 : html.index('value="send"')]
    sent: dict[str, list[str]] = {}
    for tag, attributes, inside in FIELD.findall(form):
        name = re.search(r'name="([^"]+)"', attributes)
        if not name or (
            ('type="checkbox"' in attributes or 'type="radio"' in attributes) and "checked" not in attributes
        ):
            continue
        if tag == "select":
            chosen = re.search(r'<option value="([^"]*)"\s+selected', inside)
            value = chosen[1] if chosen else ""
        elif tag == "textarea":
            value = inside.removeprefix("\n")
        else:
            found = re.search(r'value="([^"]*)"', attributes)
            value = found[1] if found else "on" if 'type="checkbox"' in attributes else ""
        sent.setdefault(unescape(name[1]), []).append(unescape(value))
    return sent


def send(client: Client, listing: Any, typed: dict[str, Any], act: str = "send", **more: Any) -> Any:
    return client.post(reverse("partner_listing", args=["service", listing.pk]), {**typed, "act": act}, **more)


@pytest.mark.parametrize(("path", "words"), [("/en/partners/", "Your listings"), ("/es/aliados/", "Sus fichas")])
def test_she_sees_her_own_listings_and_no_others(marta, pantry, path, words) -> None:
    a_service(an_organization("Otra Mesa"), "Soup", [])

    page = marta.get(path).content.decode()

    assert words in page
    assert "Pantry" in page
    assert "Soup" not in page


def test_what_is_not_listed_yet_is_told_with_the_name_of_her_organization(marta, pantry) -> None:
    page = marta.get("/es/aliados/").content.decode()
    link = unescape(re.search(r'href="([^"]*\?organization=[^"]*)"', page)[1])

    assert 'value="Mesa (es)"' in marta.get(link).content.decode()


def test_whoever_is_not_signed_in_is_led_to_the_code(client, rooms) -> None:
    assert client.get("/en/partners/").url == "/accounts/login/code/?next=/en/partners/"


def test_two_taps_say_that_a_listing_is_still_correct_and_one_takes_it_back(marta, pantry) -> None:
    Service.objects.filter(pk=pantry.pk).update(assured_date=date(2025, 1, 1), assured_by="office")

    page = marta.post(reverse("partner_still_correct"), {"listing": pantry.pk}, follow=True).content.decode()

    pantry.refresh_from_db()
    assert (pantry.assured_date, pantry.assured_by) == (timezone.localdate(), "agency")
    assert "Undo" in page
    marta.post(reverse("partner_not_correct"))
    pantry.refresh_from_db()
    assert (pantry.assured_date, pantry.assured_by) == (date(2025, 1, 1), "office")


def test_one_press_confirms_all_that_are_asked_about(marta, mesa, pantry) -> None:
    a_service(mesa, "Soup", [])
    Service.objects.update(assured_date=None)

    page = marta.get("/en/partners/").content.decode()
    keys = re.findall(r'name="listing"\s+value="([^"]+)"', page[: page.index("All of them")])
    marta.post(reverse("partner_still_correct"), {"listing": keys})

    assert not Service.objects.facts().filter(assured_date=None).exists()


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_form_that_nobody_touched_changes_nothing(marta, pantry, language) -> None:
    Phone.objects.create(service=pantry, number="(831) 555-0111", type="voice")
    Schedule.objects.create(service=pantry, freq="MONTHLY", byday="2SA", opens_at="09:00", closes_at="12:00")

    page = send(marta, pantry, form_of(marta, pantry, language)).content.decode()

    assert {"en": "Nothing is different", "es": "No hay nada distinto"}[language] in page
    assert not Proposal.objects.exists()


def test_she_changes_facts_words_and_rows_in_one_form(marta, pantry) -> None:
    phone = Phone.objects.create(service=pantry, number="(831) 555-0111")
    gone = Phone.objects.create(service=pantry, number="(831) 555-0112")
    typed = form_of(marta, pantry)

    typed |= {"summary": ["Free food"], "summary@es": ["Comida gratis"], f"phones/{phone.pk}/number": ["831 555 0122"]}
    typed |= {f"remove phones/{gone.pk}": ["on"], "phones/new0/number": ["831-555-0133"], "note": ["We moved"]}
    typed |= {"schedules/new0/byday_days": ["SA"], "schedules/new0/byday_which": ["2"]}
    typed |= {"schedules/new0/opens_at": ["09:00"], "schedules/new0/closes_at": ["12:00"]}
    answer = send(marta, pantry, typed, follow=True)

    proposal = Proposal.objects.get()
    changed = proposal.changed
    assert (changed["summary"], changed["summary@es"]) == ("Free food", "Comida gratis")
    assert changed[f"phones/{phone.pk}/number"] == "(831) 555-0122"
    assert changed[f"phones/{gone.pk}"] is None
    new = [value for value in changed.values() if isinstance(value, dict)]
    assert {"number": "(831) 555-0133"} in new
    hours = next(value for value in new if "byday" in value)
    assert hours == {
        "byday": "2SA",
        "freq": "MONTHLY",
        "opens_at": "09:00:00",
        "closes_at": "12:00:00",
        "by_appointment": False,
    }
    assert proposal.reference in answer.content.decode()
    assert "Free food" not in marta.get("/en/directory/pantry/").content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"phones/new0/number": ["12"]}, "not a whole phone number"),
        ({"phones/new0/description": ["after 5"]}, "This is needed"),
        ({"schedules/new0/byday_days": ["MO"], "schedules/new0/opens_at": ["09:00"]}, "Say both"),
        ({"email": ["nobody"]}, "valid email"),
        ({"minimum_age": ["young"]}, "Enter a number"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(marta, pantry, typed, sentence) -> None:
    page = send(marta, pantry, {**form_of(marta, pantry), "summary": ["Half written"], **typed}).content.decode()

    assert sentence in page
    assert "Half written" in page
    assert not Proposal.objects.exists()


def test_what_she_keeps_for_later_is_there_a_week_after_and_gone_after_thirty_days(marta, pantry) -> None:
    typed = form_of(marta, pantry)
    send(marta, pantry, {**typed, "summary": ["Half written"], "email": ["nobody"]}, act="keep")

    with time_machine.travel(timezone.now() + timedelta(days=7)):
        marta.force_login(Proposal.objects.get().by, "django.contrib.auth.backends.ModelBackend")
        page = marta.get(reverse("partner_listing", args=["service", pantry.pk])).content.decode()
        call_command("tick")
        assert "Half written" in page
        assert "You go on where you stopped" in page
        assert Proposal.objects.filter(state=State.DRAFT).exists()
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        call_command("tick")
        assert not Proposal.objects.exists()


def test_she_looks_at_it_as_families_will_and_nothing_is_stored(marta, pantry, rooms) -> None:
    typed = {
        **form_of(marta, pantry, "es"),
        "summary@es": ["Comida gratis hoy"],
        "phones/new0/number": ["831 555 0133"],
    }

    page = marta.post(f"/es/aliados/service/{pantry.pk}/", {**typed, "act": "look"}).content.decode()

    assert "Comida gratis hoy" in page
    assert "(831) 555-0133" in page
    assert not Proposal.objects.exists()
    assert not pantry.phones.filter(number="(831) 555-0133").exists()


def test_what_she_sends_again_holds_what_she_sent_before(marta, pantry) -> None:
    gone = Phone.objects.create(service=pantry, number="(831) 555-0111")
    first = {"summary": ["First"], "phones/new0/number": ["831 555 0133"], f"remove phones/{gone.pk}": ["on"]}
    send(marta, pantry, form_of(marta, pantry) | first)

    again = form_of(marta, pantry)
    assert again["summary"] == ["First"]
    send(marta, pantry, {**again, "email": ["new@mesa.org"]})

    waiting = Proposal.objects.get(state=State.WAITING)
    assert waiting.changed["summary"] == "First"
    assert waiting.changed["email"] == "new@mesa.org"
    assert waiting.changed[f"phones/{gone.pk}"] is None
    assert {"number": "(831) 555-0133"} in waiting.changed.values()
    assert Proposal.objects.filter(state=State.WITHDRAWN).count() == 1


def test_what_she_sent_is_named_in_her_language(marta, pantry) -> None:
    send(marta, pantry, {**form_of(marta, pantry), "summary": ["First"]})
    reference = Proposal.objects.get().reference

    assert f"Pantry (es) · {reference}" in marta.get("/es/aliados/").content.decode()
    assert "<h1>Pantry (es)</h1>" in marta.get(f"/es/aliados/cambios/{reference}/").content.decode()


def test_she_withdraws_what_she_sent(marta, pantry) -> None:
    send(marta, pantry, {**form_of(marta, pantry), "summary": ["First"]})
    sent = Proposal.objects.get()

    marta.post(reverse("partner_withdraw", args=[sent.reference]))

    sent.refresh_from_db()
    assert sent.state == State.WITHDRAWN
