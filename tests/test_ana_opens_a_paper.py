"""Ana reads the agenda in her language; what is missing has a day; what is private stays so."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from core.models import User
from core.uploads import checked
from schools.calendar import today
from schools.pairs.models import DocumentPair, PairedFile
from schools.pairs.pairing import put_file
from schools.pairs.privacy import register_private_audience
from schools.pairs.serving import file_url
from schools.pairs.shown import shown_pairs
from tests.pairs import a_document
from tests.papers import a_docx, a_pdf, a_picture, upload

pytestmark = pytest.mark.django_db


def drawn(pair: DocumentPair, language: str) -> str:
    with override(language):
        shown = shown_pairs(DocumentPair.objects.whole().filter(pk=pair.pk), language)
        return render_to_string("components/document_pair.html", {"pair": shown[0]})


def half(pair: DocumentPair, language: str) -> PairedFile:
    return PairedFile.objects.select_related("pair").get(pair=pair, language=language)


def test_a_pdf_opens_in_the_browser_and_is_taken_for_nothing_else(ana: Client) -> None:
    paper = half(a_document(), "es")

    answer = ana.get(file_url(paper))

    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="agenda-es.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_what_is_known_already_is_not_sent_again(ana: Client) -> None:
    url = file_url(half(a_document(), "en"))
    first = ana.get(url)

    again = ana.get(url, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304 and not again.content
    assert again["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("content", "disposition"), [(a_docx(), "attachment"), (a_picture(), "inline")])
def test_a_word_document_is_saved_and_a_picture_is_shown_in_a_sandbox(
    ana: Client, content: bytes, disposition: str
) -> None:
    paper = put_file(a_document(), "en", checked(upload("peña", content)))

    answer = ana.get(file_url(paper))

    assert answer["Content-Disposition"].startswith(disposition)
    assert "pe%C3%B1a" in answer["Content-Disposition"]
    assert "sandbox" in answer["Content-Security-Policy"]


def test_an_old_name_leads_to_the_new_file(ana: Client, django_capture_on_commit_callbacks: Any) -> None:
    pair = a_document()
    old = half(pair, "en")
    stored, url = old.file.name, file_url(old)

    with django_capture_on_commit_callbacks(execute=True):
        put_file(pair, "en", checked(upload("agenda corrected.pdf", a_pdf())))

    assert ana.get(url)["Location"].endswith("/agenda-corrected.pdf")
    assert not old.file.storage.exists(stored)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_paper_is_only_read(ana: Client, method: str) -> None:
    assert getattr(ana, method)(file_url(half(a_document(), "en"))).status_code == 405


def test_a_private_paper_is_nowhere_for_ana_and_there_for_those_it_belongs_to(ana: Client) -> None:
    pair = a_document(is_private=True)
    url = file_url(half(pair, "en"))
    rosa, other = (
        User.objects.create_user(name, f"{name}@example.org", "long-enough-word") for name in ("rosa", "ivo")
    )
    register_private_audience("test", lambda user, asked: user == rosa and asked == pair)
    inside = Client()

    inside.force_login(rosa)
    outside = Client()
    outside.force_login(other)

    assert ana.get(url).status_code == 404 and outside.get(url).status_code == 404
    assert ana.get(url, headers={"If-None-Match": f'"{half(pair, "en").checksum}"'}).status_code == 404
    answer = inside.get(url)
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    assert not shown_pairs([pair], "en") and pair not in DocumentPair.objects.public()


def test_a_deleted_document_takes_its_files_along(django_capture_on_commit_callbacks: Any) -> None:
    pair = a_document()
    stored = [paper.file for paper in pair.halves.all()]

    with django_capture_on_commit_callbacks(execute=True):
        pair.delete()

    assert len(stored) == 2 and not any(file.storage.exists(file.name) for file in stored)


def test_a_file_that_is_gone_from_the_storage_is_no_error_of_ours(ana: Client) -> None:
    paper = half(a_document(), "en")
    paper.file.storage.delete(paper.file.name)

    assert ana.get(file_url(paper)).status_code == 404


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_readers_language_comes_first(language: str) -> None:
    page = drawn(a_document(), language)

    other = {"en": "es", "es": "en"}[language]
    assert page.index(f'hreflang="{language}"') < page.index(f'hreflang="{other}"')
    assert "(PDF, " in page


def test_a_missing_half_shows_its_day_and_says_when_it_is_late() -> None:
    pair = a_document(files="en", promised=today() + timedelta(days=3))
    assert "In Spanish by" in drawn(pair, "en")

    PairedFile.objects.filter(language="es").update(promised_for=date(2026, 1, 5))

    page = drawn(pair, "en")
    assert "Monday, January 5, 2026" in page and "is late" in page


def test_showing_pairs_asks_the_database_twice_whatever_their_number(django_assert_num_queries: Any) -> None:
    for _number in range(3):
        a_document()

    with django_assert_num_queries(2):
        shown_pairs(DocumentPair.objects.public().whole(), "es")


def test_the_database_takes_no_half_without_file_or_promise() -> None:
    pair = a_document()

    with pytest.raises(IntegrityError), transaction.atomic():
        PairedFile.objects.create(pair=pair, language="fr")
