"""A form in two languages: checked, kept though something else is wrong, opened by nobody before it is accepted."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.languages import words_of
from directory.models import Service
from directory.public.directories import alternate_paths
from partners.models import PartnerFile, Proposal, State
from partners.papers import forget_papers
from schools.pairs.models import DocumentPair
from schools.pairs.serving import file_url
from tests.papers import a_pdf, upload
from tests.partners.test_marta_keeps_her_listing_true import form_of, send
from tests.partners.test_moses_decides import decide, page_of
from tests.whole_listings import a_service, an_organization

pytestmark = pytest.mark.django_db

TITLES = {"files/new0/title": ["Application"], "files/new0/title@es": ["Solicitud"], "files/new0/kind": ["form"]}


def both() -> dict[str, Any]:
    return {"files/new0/file_en": upload("a.pdf", a_pdf()), "files/new0/file_es": upload("s.pdf", a_pdf())}


def test_it_goes_public_when_it_is_accepted_and_not_before(marta, moses, pantry, rooms, client: Client) -> None:
    answer = send(marta, pantry, {**form_of(marta, pantry), **TITLES, **both()})
    assert answer.status_code == 302
    pair = DocumentPair.objects.get()
    path = file_url(pair.halves.get(language="es"))
    assert [who.get(path).status_code for who in (client, marta, moses)] == [404, 200, 200]

    proposal = Proposal.objects.get()
    html, form = page_of(moses, proposal)
    assert "Application" in html
    assert path in html
    (row,) = proposal.changed
    decide(moses, proposal, form, **{row: "accept"})

    assert client.get(path).status_code == 200
    listing = Service.objects.get(pk=pantry.pk)
    for language, words in (("en", "Form in Spanish"), ("es", "Formulario en español")):
        page = client.get(alternate_paths(listing, words_of(listing, "en"))[language]).text
        assert words.lower() in page.lower()
        assert str(pair.key) in page
    assert not PartnerFile.objects.exists()


def test_a_file_that_came_is_kept_while_something_else_is_wrong(marta, pantry) -> None:
    page = send(marta, pantry, {**form_of(marta, pantry), **TITLES, **both(), "minimum_age": ["no"]}).text
    assert "has arrived" in page
    token = unescape(re.search(r'name="files/new0/paper"\s+value="([^"]+)"', page)[1])

    send(marta, pantry, {**form_of(marta, pantry), **TITLES, "files/new0/paper": [token]})

    (change,) = Proposal.objects.get().changed.values()
    assert change == {"paper": DocumentPair.objects.get().pk}
    assert DocumentPair.objects.get().halves.count() == 2


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (lambda: {"files/new0/title": ["Only a name"]}, "Choose the file in one language at least."),
        (lambda: {**TITLES, "files/new0/file_en": upload("a.pdf", a_pdf())}, "say by when it will be there"),
        (lambda: {"files/new0/file_en": upload("a.pdf", a_pdf())}, "Give the paper a name."),
        (lambda: {**TITLES, "files/new0/file_en": upload("a.pdf", b"<script>")}, "error"),
        (lambda: {**TITLES, **both(), "files/new0/promised": ["2020-01-01"]}, "This day is over"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_sent(marta, pantry, more, sentence) -> None:
    page = send(marta, pantry, {**form_of(marta, pantry), **more()}).text
    assert sentence in page
    assert not Proposal.objects.exists()
    assert not DocumentPair.objects.exists()


def test_one_language_now_and_the_other_promised(marta, pantry) -> None:
    day = timezone.localdate() + timedelta(days=9)
    typed = {**TITLES, "files/new0/file_es": upload("s.pdf", a_pdf()), "files/new0/promised": [day.isoformat()]}
    assert send(marta, pantry, {**form_of(marta, pantry), **typed}).status_code == 302
    assert DocumentPair.objects.get().halves.get(language="en").promised_for == day


def test_another_partners_paper_cannot_be_taken(marta, pantry, member) -> None:
    page = send(marta, pantry, {**form_of(marta, pantry), **TITLES, **both(), "minimum_age": ["no"]}).text
    token = unescape(re.search(r'name="files/new0/paper"\s+value="([^"]+)"', page)[1])
    otra = an_organization("Otra")
    rides, olga = a_service(otra, "Rides", []), member(otra, "olga")

    send(olga, rides, {**form_of(olga, rides), **TITLES, "files/new0/paper": [token]})

    assert not Proposal.objects.exists()
    assert olga.get(file_url(DocumentPair.objects.get().halves.first())).status_code == 404


def test_she_takes_one_away_and_what_nobody_accepted_is_deleted(marta, pantry, moses) -> None:
    send(marta, pantry, {**form_of(marta, pantry), **TITLES, **both()})
    proposal = Proposal.objects.get()
    _html, form = page_of(moses, proposal)
    (row,) = proposal.changed
    PartnerFile.objects.update(made_at=timezone.now() - timedelta(days=31))
    forget_papers()
    assert DocumentPair.objects.exists(), "it still waits"
    decide(moses, proposal, {**form, f"reason {row}": "Too blurred."}, **{row: "return"})
    forget_papers()
    assert not DocumentPair.objects.exists()
    assert Proposal.objects.get().state == State.DECIDED

    kept = DocumentPair.objects.create(title={"en": "Flyer"}, date=timezone.localdate())
    file = pantry.files.model.objects.create(service=pantry, paper=kept)
    page = marta.get(reverse("partner_listing", args=["service", pantry.pk])).text
    assert "Take “Flyer” away" in page
    send(marta, pantry, {**form_of(marta, pantry), f"remove files/{file.pk}": ["on"]})
    assert Proposal.objects.order_by("-pk").first().changed == {f"files/{file.pk}": None}
