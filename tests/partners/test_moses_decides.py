"""Moses reviews: one queue, old and new side by side, conflicts with three values, and nobody decides twice."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.languages import words_of
from core.models import OutgoingMail, User
from directory.models import Service
from partners.models import Proposal, State
from partners.proposing import Sender, open_changes, send
from partners.values import values_of

pytestmark = pytest.mark.django_db


def proposed(pantry: Service, marta: Client, **wanted: Any) -> Proposal:
    base = values_of(pantry)
    changes = open_changes("service", base, {**base, **{path.replace("__", "@"): v for path, v in wanted.items()}})
    return send(pantry, changes, base, Sender(by=User.objects.get(username="marta"), language="es"))


def page_of(moses: Client, proposal: Proposal) -> tuple[str, dict[str, str]]:
    html = moses.get(reverse("partners_proposal", args=[proposal.pk])).content.decode()
    seen = re.findall(r'name="(seen [^"]+)"\s+value="([^"]+)"', html)
    return html, {unescape(name): mark for name, mark in seen}


def decide(moses: Client, proposal: Proposal, form: dict[str, str], **verdicts: str) -> Any:
    given = {f"verdict {path.replace('__', '@')}": verdict for path, verdict in verdicts.items()}
    return moses.post(reverse("partners_proposal", args=[proposal.pk]), {**form, **given}, follow=True)


def test_he_accepts_one_value_changes_another_and_returns_a_third(moses, marta, pantry) -> None:
    proposal = proposed(pantry, marta, summary="Free food", summary__es="Comida gratis", email="old@mesa.org")
    html, form = page_of(moses, proposal)
    assert "Free food" in html
    assert "In one line (Spanish)" in html

    form |= {"value summary": "Free food, no papers", "reason email": "It bounces."}
    decide(moses, proposal, form, summary="accept", summary__es="accept", email="return")

    now = Service.objects.get(pk=pantry.pk)
    assert (now.summary, now.email) == ("Free food, no papers", pantry.email)
    assert words_of(now, "es").summary.text == "Comida gratis"
    letter = OutgoingMail.objects.get(purpose="proposal_decided")
    assert letter.language == "es"
    assert "It bounces." in letter.text
    assert "devuelto" in letter.text
    assert "It bounces." in marta.get(reverse("partner_desk")).text


def test_a_return_without_a_reason_is_refused_and_what_he_wrote_stays(moses, marta, pantry) -> None:
    proposal = proposed(pantry, marta, summary="Free food", email="old@mesa.org")
    _html, form = page_of(moses, proposal)

    page = decide(moses, proposal, {**form, "value summary": "Kept"}, summary="accept", email="return").content.decode()

    assert "Say why" in page
    assert ">Kept</textarea>" in page
    assert Proposal.objects.get().state == State.WAITING


def test_a_newer_edit_of_the_office_shows_three_values_and_is_not_undone_silently(moses, marta, pantry) -> None:
    proposal = proposed(pantry, marta, summary="Free food")
    _html, form = page_of(moses, proposal)
    Service.objects.filter(pk=pantry.pk).update(summary="Edited by Elena")

    answer = decide(moses, proposal, form, summary="accept").content.decode()

    assert Service.objects.get(pk=pantry.pk).summary == "Edited by Elena"
    for value in ("Food to take home.", "Edited by Elena", "Free food", "This was changed a moment ago"):
        assert value in answer
    html, form = page_of(moses, proposal)
    assert "checked" not in html[html.index("verdict summary") :][:200]
    decide(moses, proposal, form, summary="accept")
    assert Service.objects.get(pk=pantry.pk).summary == "Free food"


def test_a_new_row_is_changed_before_it_is_accepted(moses, marta, pantry) -> None:
    row = "phones/1b671a64-40d5-491e-99b0-da01ff1f3341"
    base = values_of(pantry)
    sender = Sender(by=User.objects.get(username="marta"), language="es")
    proposal = send(pantry, {row: {"number": "831 555 0177", "description": "Evenings"}}, base, sender)
    html, form = page_of(moses, proposal)
    assert "831 555 0177" in html
    verdict = {row: "accept"}

    refused = decide(moses, proposal, {**form, f"value {row}/number": "call us"}, **verdict)
    assert "number" in refused.text.lower()
    assert Proposal.objects.get().state == State.WAITING
    decide(moses, proposal, {**form, f"value {row}/number": "831 555 0178"}, **verdict)

    phone = Service.objects.get(pk=pantry.pk).phones.get(pk=row.partition("/")[2])
    assert (phone.number, phone.description) == ("(831) 555-0178", "Evenings")
    assert Proposal.objects.get().changes.get().verdict == "edited"


def test_what_he_writes_instead_is_checked(moses, marta, pantry) -> None:
    proposal = proposed(pantry, marta, email="new@mesa.org", alert_until="2027-01-01", summary="Food")
    _html, form = page_of(moses, proposal)
    wrong = {**form, "value email": "no address", "value alert_until": "never"}

    page = decide(moses, proposal, wrong, email="accept", alert_until="accept", summary="accept").text

    assert "E-mail: Enter a valid email address." in page
    assert Proposal.objects.get().state == State.WAITING
    assert "no address" in page


def test_two_cannot_decide_the_same(moses, marta, pantry) -> None:
    proposal = proposed(pantry, marta, summary="Free food")
    _html, form = page_of(moses, proposal)
    decide(moses, proposal, {**form, "reason summary": "No."}, summary="return")

    answer = decide(moses, proposal, form, summary="accept").content.decode()

    assert "Somebody has decided this already" in answer
    assert Service.objects.get(pk=pantry.pk).summary != "Free food"


def test_hours_go_together_with_how_often(moses, marta, pantry) -> None:
    row = pantry.schedules.first() or pantry.schedules.create(freq="WEEKLY", byday="MO", opens_at="09:00")
    path = f"schedules/{row.pk}"
    proposal = proposed(pantry, marta, **{f"{path}/byday": "2SA", f"{path}/freq": "MONTHLY"})
    _html, form = page_of(moses, proposal)

    decide(moses, proposal, form, **{f"{path}/byday": "accept"})

    row.refresh_from_db()
    assert (row.byday, row.freq) == ("2SA", "MONTHLY")


def test_the_queue_puts_what_hurts_families_first(moses, marta, pantry) -> None:
    calm = proposed(pantry, marta, summary="Free food")
    Proposal.objects.filter(pk=calm.pk).update(by=None)
    urgent = proposed(pantry, marta, status="inactive")

    page = moses.get(reverse("partners_queue")).content.decode()

    assert page.index(urgent.reference) < page.index(calm.reference)
    assert "urgent" in page
    assert "2 things to decide" in re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", moses.get("/admin/").content.decode()))


def test_what_they_send_is_inert(moses, marta, pantry) -> None:
    evil = '<script>alert(1)</script>{{ 7|add:7 }}\u202e<a href="javascript:x">x</a>' + "ñ" * 300
    proposal = proposed(pantry, marta, description=evil)

    html, _form = page_of(moses, proposal)

    assert "<script>alert(1)" not in html
    assert 'href="javascript' not in html
    assert "{{ 7|add:7 }}" in unescape(html)


@pytest.mark.parametrize("name", ["partners_queue", "partners_people"])
def test_nobody_else_gets_in(marta, signed_in, name) -> None:
    assert marta.get(reverse(name), follow=True).status_code in (403, 404)


def test_a_partner_reaches_no_page_of_the_admin(marta, pantry) -> None:
    proposal = proposed(pantry, marta, summary="Free food")

    answer = marta.post(reverse("partners_proposal", args=[proposal.pk]), {"verdict summary": "accept"}, follow=True)

    assert answer.status_code in (403, 404)
    assert Proposal.objects.get().state == State.WAITING
