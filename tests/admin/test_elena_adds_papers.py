"""Elena puts both languages of a document side by side, or says by when the missing one is there."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from core.models import User
from schools.calendar import today
from schools.pairs.models import DocumentPair, PairedFile, VideoPair, VideoVersion
from tests.pairs import TITLE, a_document
from tests.papers import a_pdf, upload

pytestmark = pytest.mark.django_db

ADD = "wagtailsnippets_pairs_documentpair:add"
WORDS = {"title_en": TITLE["en"], "title_es": TITLE["es"], "kind": "agenda", "date": "2026-11-12"}
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\n¿Dónde está la escuela?\n"
VIDEO = {
    "title_en": "Our first day",
    "title_es": "Bienvenida",
    "date": "2026-11-12",
    "address_en": "https://videos.example.org/welcome.mp4",
    "captions_en": CAPTIONS,
    "transcript_en": "Welcome to our school.",
    "promised_es": "2030-01-01",
}


def with_rights(name: str, *codenames: str) -> Client:
    user = User.objects.create_user(name, f"{name}@example.org", "correct-horse")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    client = Client()
    client.force_login(user)
    return client


def errors(answer: Any) -> dict[str, list[str]]:
    return answer.context["form"].errors if answer.context else {}


def test_both_files_are_kept_with_what_is_known_of_them(signed_in: Any) -> None:
    elena = signed_in("elena")
    files = {"file_en": upload("agenda.pdf", a_pdf()), "file_es": upload("agenda reunión.pdf", a_pdf())}

    answer = elena.post(reverse(ADD), {**WORDS, **files})

    assert answer.status_code == 302, errors(answer)
    spanish = PairedFile.objects.get(language="es")
    assert (spanish.name, spanish.content_type) == ("agenda-reunión.pdf", "application/pdf")
    assert spanish.uploaded_by.username == "elena" and spanish.uploaded_at and len(spanish.checksum) == 64


def test_a_missing_file_needs_a_day_that_is_still_to_come(signed_in: Any) -> None:
    elena, english = signed_in("elena"), upload("agenda.pdf", a_pdf())

    nothing = elena.post(reverse(ADD), {**WORDS, "file_en": english})
    english.seek(0)
    past = elena.post(reverse(ADD), {**WORDS, "file_en": english, "promised_es": "2020-01-01"})
    english.seek(0)
    good = elena.post(reverse(ADD), {**WORDS, "file_en": english, "promised_es": today() + timedelta(days=5)})

    assert set(errors(nothing)) == {"promised_es"} and set(errors(past)) == {"promised_es"}
    assert good.status_code == 302 and PairedFile.objects.get(language="es").promised_by.username == "elena"


def test_a_file_that_is_refused_says_why_beside_its_field(signed_in: Any) -> None:
    answer = signed_in("elena").post(reverse(ADD), {**WORDS, "file_en": upload("logo.png", b"<svg/>")})

    assert "logo.png" in errors(answer)["file_en"][0] and "promised_en" not in errors(answer)
    assert not DocumentPair.objects.exists()


def test_a_late_promise_does_not_stop_other_changes_and_is_kept_by_a_file(signed_in: Any) -> None:
    pair = a_document(files="en", promised=today())
    PairedFile.objects.filter(language="es").update(promised_for=date(2026, 1, 5))
    elena, url = signed_in("elena"), reverse("wagtailsnippets_pairs_documentpair:edit", args=[pair.pk])
    assert "agenda-en.pdf" in elena.get(url).content.decode()

    changed = elena.post(url, {**WORDS, "kind": "minutes", "promised_es": "2026-01-05"})
    kept = elena.post(url, {**WORDS, "kind": "minutes", "file_es": upload("acta.pdf", a_pdf())})

    assert changed.status_code == 302, errors(changed)
    assert kept.status_code == 302 and PairedFile.objects.get(language="es").is_there
    assert PairedFile.objects.get(language="en").is_there


def test_the_list_finds_by_words_without_accents_and_by_state(signed_in: Any) -> None:
    a_document()
    late = a_document(files="en", promised=date(2026, 1, 5), title={"en": "School rules", "es": "Estatutos"})
    elena, url = signed_in("elena"), reverse("wagtailsnippets_pairs_documentpair:list")

    found = elena.get(url, {"q": "reunion"}).content.decode()
    by_state = {state: elena.get(url, {"state": state}).content.decode() for state in ("complete", "promised", "late")}

    assert "Agenda for November" in found and "School rules" not in found
    assert "School rules" in by_state["late"] and "Agenda for November" not in by_state["late"]
    assert "Agenda for November" in by_state["complete"] and "School rules" not in by_state["promised"]
    assert late in DocumentPair.objects.in_state("late", today())


def test_promises_are_listed_the_oldest_first(signed_in: Any) -> None:
    a_document(files="en", promised=today() + timedelta(days=9), title={"en": "Plan", "es": "Plan"})
    a_document(files="en", promised=date(2026, 1, 5), title={"en": "School rules", "es": "Estatutos"})
    elena = signed_in("elena")
    assert elena.post(reverse("wagtailsnippets_pairs_videopair:add"), VIDEO).status_code == 302

    page = elena.get(reverse("promised_documents")).content.decode()
    table = elena.get(reverse("promised_documents"), {"export": "csv"}).getvalue().decode()

    assert "School rules" in page
    assert table.index("School rules") < table.index("Plan") < table.index("Our first day")
    assert "late" in table


def test_whoever_may_not_delete_papers_changes_only_their_own(signed_in: Any) -> None:
    theirs = a_document()
    rosa = with_rights("rosa", "add_documentpair", "change_documentpair", "view_documentpair")
    own = a_document(created_by=User.objects.get(username="rosa"))

    def edit(pair: DocumentPair) -> int:
        return rosa.get(reverse("wagtailsnippets_pairs_documentpair:edit", args=[pair.pk])).status_code

    assert edit(own) == 200
    assert edit(theirs) == 302
    assert with_rights("nora").get(reverse("promised_documents")).status_code == 302


def test_titles_of_private_papers_are_listed_for_those_alone_who_keep_them(signed_in: Any) -> None:
    a_document(is_private=True, title={"en": "Plan of the council", "es": "Plan"})
    a_document(title={"en": "School rules", "es": "Reglas"})
    url = reverse("wagtailsnippets_pairs_documentpair:list")

    of_rosa = with_rights("rosa", "add_documentpair", "change_documentpair", "view_documentpair").get(url)

    assert "School rules" in of_rosa.content.decode() and "Plan of the council" not in of_rosa.content.decode()
    assert "Plan of the council" in signed_in("elena").get(url).content.decode()


def test_a_paper_is_made_in_the_window_that_chooses_one(signed_in: Any) -> None:
    elena = signed_in("elena")
    url = reverse("wagtailsnippetchoosers_pairs_documentpair:create")

    words = {f"document-{name}": value for name, value in WORDS.items()} | WORDS
    answer = elena.post(url, {**words, "file_en": upload("a.pdf", a_pdf()), "promised_es": "2030-01-01"})

    assert answer.json()["step"] == "chosen", answer.json()
    assert DocumentPair.objects.get().created_by.username == "elena"


def test_a_video_needs_captions_and_words_to_read(signed_in: Any, ana: Client) -> None:
    elena, url = signed_in("elena"), reverse("wagtailsnippets_pairs_videopair:add")

    bare = elena.post(url, {**VIDEO, "captions_en": "", "transcript_en": ""})
    broken = elena.post(url, {**VIDEO, "captions_en": "WEBVTT\n\n1:00 --> 2:00\nHello"})
    http = elena.post(url, {**VIDEO, "address_en": "http://videos.example.org/a.mp4"})
    good = elena.post(url, VIDEO)

    assert set(errors(bare)) == {"captions_en", "transcript_en"}
    assert "3" in errors(broken)["captions_en"][0] and set(errors(http)) == {"address_en"}
    assert good.status_code == 302, errors(good)
    pair = VideoPair.objects.get()
    answer = ana.get(reverse("captions", args=[pair.key, "en"]))
    assert answer["Content-Type"].startswith("text/vtt") and "¿Dónde" in answer.content.decode()
    assert not VideoVersion.objects.get(language="es").is_there
