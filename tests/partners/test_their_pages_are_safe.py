"""Whatever partners and strangers write, their pages run nothing of it; every address of another is a missing one."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core.models import User
from directory.models import Service
from partners.models import Proposal
from partners.proposing import Sender, send
from partners.values import values_of
from tests.whole_listings import an_organization

pytestmark = pytest.mark.django_db

SCRIPT = '<script>alert(1)</script>{{ 7|add:"7" }}{% now "Y" %}\u202eevil' + "x" * 400
INLINE = re.compile(r"<script(?![^>]*\b(?:src|type=\"application/(?:json|ld\+json)\"))[^>]*>\s*\S", re.IGNORECASE)
HANDLER = re.compile(r"<[^>]+\s(?:on[a-z]+|style)=", re.IGNORECASE)


@pytest.fixture
def told(marta: Client, pantry: Service) -> Proposal:
    base = values_of(pantry)
    by = User.objects.get(username="marta")
    changes = {"summary": SCRIPT, "summary@es": SCRIPT, "phones/1b671a64-40d5-491e-99b0-da01ff1f3341": {"number": "1"}}
    return send(pantry, changes, base, Sender(by=by, language="es", note=SCRIPT))


def pages(pantry: Service, proposal: Proposal) -> list[str]:
    return [
        reverse("partner_desk"),
        reverse("partner_guide"),
        reverse("partner_sheet"),
        reverse("partner_listing", args=["service", pantry.pk]),
        reverse("partner_listing", args=["organization", pantry.organization_id]),
        reverse("partner_at_once", args=[pantry.pk]),
        reverse("partner_proposal", args=[proposal.reference]),
        reverse("suggest_service"),
        reverse("something_wrong", args=["service", pantry.pk]),
        reverse("this_is_ours", args=[pantry.organization_id]),
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_runs_what_stands_in_it(marta, pantry, told, language) -> None:
    Service.objects.filter(pk=pantry.pk).update(name=SCRIPT[:200])
    with override(language):
        paths = pages(pantry, told)
    for path in paths:
        answer = marta.get(path)
        assert answer.status_code == 200, path
        policy = answer["Content-Security-Policy"]
        assert "script-src 'self'" in policy, path
        assert "unsafe" not in policy, path
        assert "<script>alert" not in answer.text, path
        assert ">14<" not in answer.text, path
        assert not INLINE.search(answer.text), path
        assert not HANDLER.search(answer.text), path


def test_the_office_reads_it_as_text(moses, pantry, told) -> None:
    for path in (reverse("partners_proposal", args=[told.pk]), reverse("partners_queue")):
        answer = moses.get(path)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in moses.get(reverse("partners_proposal", args=[told.pk])).text


def test_a_sheet_with_another_partners_ids_is_refused_as_one_with_unknown_ids(pantry, member) -> None:
    other = member(an_organization("Otra Mesa"), "olga")
    answers = []
    for key in (str(pantry.pk), "1b671a64-40d5-491e-99b0-da01ff1f3341"):
        table = f'"Key, do not change",In one line (English)\n{key},Mine now\n'.encode()
        answers.append(_dry_run(other, table).replace(key, ""))
    assert answers[0] == answers[1]
    assert Service.objects.get(pk=pantry.pk).summary != "Mine now"


def _dry_run(client: Client, table: bytes) -> str:
    answer = client.post(reverse("partner_sheet"), {"file": SimpleUploadedFile("t.csv", table)}, follow=True)
    assert answer.status_code == 200
    return re.sub(r'name="csrfmiddlewaretoken"[^>]*>|nonce="[^"]*"|value="[^"]*"|\d\d?:\d\d', "", str(answer.text))
