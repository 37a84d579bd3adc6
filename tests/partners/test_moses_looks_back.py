"""What the office finds beside the queue: every change for ever, the published policy, and wishes not to be listed."""

import pytest
from django.urls import reverse

from core.models import User
from directory.models import DirectoryIndexPage, Organization, Phone
from home.tree import Rooms
from partners.deciding import Verdict, decide, standing
from partners.models import Suggestion
from partners.proposing import Sender, open_changes, send
from partners.values import values_of

pytestmark = pytest.mark.django_db


def test_every_change_is_told_with_who_why_and_who_approved_it(moses, marta, pantry) -> None:
    phone = Phone.objects.create(service=pantry, number="(831) 555-0111")
    base = values_of(pantry)
    wanted = {**base, "summary": "Free food", "summary@es": "Comida gratis", f"phones/{phone.pk}/number": "911"}
    sender = Sender(by=User.objects.get(username="marta"), language="es", note="We moved")
    proposal = send(pantry, open_changes("service", base, wanted), base, sender)
    verdicts = {each.path: Verdict(accept=True, seen=each.current) for each in standing(proposal)}
    decide(proposal.pk, verdicts, by=User.objects.get(username="moses"))

    page = moses.get(reverse("partners_history", args=["service", pantry.pk])).content.decode()

    for words in (
        "marta",
        "approved by moses",
        "We moved",
        proposal.reference,
        "Comida gratis",
        "(831) 555-0111",
        "911",
        "Phone: number",
    ):
        assert words in page


def test_no_partner_reads_it(marta, pantry) -> None:
    answer = marta.get(reverse("partners_history", args=["service", pantry.pk]), follow=True)

    assert answer.status_code in (403, 404)


def test_the_checklist_is_what_the_office_has_published(moses, marta, pantry, rooms: dict[str, Rooms]) -> None:
    DirectoryIndexPage.objects.filter(pk=rooms["en"].directory.pk).update(
        policy="<p>We list</p><ul><li>help that is <b>free</b></li><li>food &amp; clothes</li></ul>"
    )
    base = values_of(pantry)
    proposal = send(pantry, {"summary": "Free food"}, base, Sender(by=None, language="en"))

    page = moses.get(reverse("partners_proposal", args=[proposal.pk])).content.decode()

    assert "help that is free" in page
    assert "food &amp; clothes" in page


def test_who_does_not_want_to_be_listed_is_not_suggested_back_by_accident(moses, rooms) -> None:
    Organization.objects.create(name="Quiet House", do_not_list=True)
    sent = Suggestion.objects.create(name="Beds", organization="quiet house", language="en")

    assert "asked not to be listed" in moses.get(reverse("partners_suggestion", args=[sent.pk])).content.decode()
