"""The office learns what families look for, and nothing about any of them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from core.timed import run_steps
from search.log.asked import asked_questions, found_nothing, seldom_opened
from search.log.discretion import kept
from search.log.forgetting import forget_words
from search.log.models import QueryLog, SearchGap
from search.log.recording import opened, record
from search.query import search_request
from search.thesaurus.loading import load
from search.thesaurus.models import Concept

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)


@pytest.fixture
def promoted() -> None:
    load()


def search_for(query: str, total: int = 3, times: int = 1, language: str = "es") -> None:
    data = QueryDict(query)
    for _time in range(times):
        record(search_request(data, language), data.get("q", ""), total)


# -- What is kept.


def test_a_question_is_counted_once_per_day_language_and_filters():
    search_for("q=Despensa+de+Comida&cost=free", times=2)
    search_for("q=despensa+de+comida&cost=free", total=0)
    search_for("q=despensa+de+comida", language="en")

    rows = QueryLog.objects.order_by("-asked").values_list("language", "text", "filters", "asked", "nothing", "results")
    assert list(rows) == [
        ("es", "despensa de comida", "cost=free", 3, 1, 0),
        ("en", "despensa de comida", "", 1, 0, 3),
    ]


def test_where_and_when_are_kept_as_words_for_where_and_when():
    search_for("q=pañales&zip=93905&open=now&near=36.67771,-121.65551&serves=93905")

    row = QueryLog.objects.get()
    assert (row.text, row.spelling, row.filters) == ("panales", "pañales", "serves open near")


@pytest.mark.parametrize(
    "text",
    [
        "ana@example.org", "call me 831 555 0142", "(831)555-0142", "despensa 93905 1234", "case 20261188",
        "412 Alder Street", "calle hidalgo 22", "me llamo Ana Peña", "https://example.org/x", "x" * 61,
        "one two three four five six seven eight nine ten eleven twelve thirteen", "", "¿?",
    ],
)  # fmt: skip
def test_words_that_may_tell_of_a_person_are_not_kept(text):
    assert kept(text) == ""


@pytest.mark.parametrize("text", ["despensa", "211", "section 8", "form i 130", "me quieren sacar de mi casa", "wic"])
def test_ordinary_words_are_kept(text):
    assert kept(text) == text


def test_what_is_not_kept_is_still_counted():
    search_for("q=ana@example.org", total=0)

    row = QueryLog.objects.get()
    assert (row.text, row.spelling, row.asked, row.nothing) == ("", "", 1, 1)


def test_nothing_at_all_is_kept_of_a_question_of_someone_in_danger(promoted):
    search_for("q=mi+esposo+me+pega")
    search_for("q=suicide", language="en")

    assert not QueryLog.objects.exists()


def test_later_pages_and_empty_questions_are_no_questions():
    search_for("q=despensa&page=2")
    search_for("")

    assert not QueryLog.objects.exists()


def test_listings_opened_are_counted_for_questions_that_were_counted():
    search_for("q=despensa")
    for query in ("q=Despensa", "q=despensa&page=3", "q=other"):
        opened(search_request(QueryDict(query), "es"))

    assert QueryLog.objects.get().opened == 2


# -- What is forgotten.


def test_after_a_month_only_the_counts_of_a_day_are_left(time_machine):
    time_machine.move_to(NOW, tick=False)
    search_for("q=despensa", times=2)
    search_for("q=renta&cost=free", total=0)
    time_machine.move_to(NOW + timedelta(days=30), tick=False)
    forget_words()
    assert QueryLog.objects.count() == 2

    time_machine.move_to(NOW + timedelta(days=31), tick=False)
    assert run_steps() == []
    forget_words()

    row = QueryLog.objects.get()
    assert (row.day, row.language, row.text, row.spelling, row.filters) == (timezone.localdate(NOW), "es", "", "", "")
    assert (row.asked, row.nothing) == (3, 1)


# -- What the office sees.


def test_what_fewer_than_three_asked_is_not_shown():
    search_for("q=despensa", times=3)
    search_for("q=renta", times=2)

    assert [(each["words"], each["times"]) for each in asked_questions()] == [("despensa", 3)]


def test_questions_without_results_and_results_nobody_opens_stand_out():
    search_for("q=braces", total=0, times=3)
    search_for("q=despensa", times=3)
    search_for("q=dentista", times=3)
    opened(search_request(QueryDict("q=dentista"), "es"))

    assert [each["text"] for each in found_nothing(asked_questions())] == ["braces"]
    assert [each["text"] for each in seldom_opened(asked_questions())] == ["despensa"]


def test_elena_reads_what_families_search_for_and_teaches_the_search(signed_in):
    search_for("q=pañales+gratis", total=0, times=3)
    elena = signed_in("elena")

    page = elena.get(reverse("search_asked")).content.decode()

    assert "pañales" in page
    assert reverse("wagtailsnippets_search_concept:add") + "?language=es&amp;said=pa%C3%B1ales" in page
    form = elena.get(reverse("wagtailsnippets_search_concept:add") + "?language=es&said=pa%C3%B1ales")
    assert "pañales" in form.content.decode()
    assert not Concept.objects.filter(code="pañales").exists()


def test_elena_notes_that_no_listing_covers_something_and_takes_it_back(signed_in):
    search_for("q=braces", total=0, times=3, language="en")
    elena = signed_in("elena")
    key = {"text": "braces", "language": "en", "back": reverse("search_asked") + "?shown=gaps"}

    answer = elena.post(reverse("search_mark_gap"), key)

    assert answer.url == key["back"]
    assert SearchGap.objects.get().text == "braces"
    assert "braces" in elena.get(key["back"]).content.decode()
    elena.post(reverse("search_mark_gap"), {**key, "back": "https://elsewhere.example"})
    assert not SearchGap.objects.exists()


def test_only_what_staff_may_see_can_be_marked(signed_in):
    search_for("q=braces", times=2)

    signed_in("elena").post(reverse("search_mark_gap"), {"text": "braces", "language": "es"})

    assert not SearchGap.objects.exists()


@pytest.mark.parametrize("query", ["", "?shown=nothing", "?language=es", "?ordering=language", "?ordering=-times"])
def test_the_report_says_what_was_asked_and_in_which_language(signed_in, query):
    search_for("q=pañales", total=0, times=3)
    report = signed_in("elena").get(reverse("search_asked") + query).content.decode()

    row = report[report.index("<tbody") :]
    assert "pañales" in row
    assert "Spanish" in row


def test_the_report_says_why_it_is_empty(signed_in):
    search_for("q=braces", times=2)

    assert "asked three times" in signed_in("elena").get(reverse("search_asked")).content.decode()


@pytest.mark.parametrize("query", ["", "?shown=nothing", "?shown=unopened", "?language=es", "?ordering=times", "?p=2"])
def test_the_report_has_its_views_in_both_languages(signed_in, query):
    search_for("q=braces", total=0, times=3)
    elena = signed_in("elena")

    for code in ("en", "es"):
        assert elena.get(reverse("search_asked") + query, headers={"accept-language": code}).status_code == 200


def test_the_report_is_there_as_a_table(signed_in):
    search_for("q=pañales", total=0, times=3)

    table = signed_in("elena").get(reverse("search_asked") + "?export=csv")

    lines = b"".join(table.streaming_content).decode().splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("pañales,")


def test_ana_sees_no_report(ana):
    assert ana.get(reverse("search_asked")).status_code == 302
    assert ana.post(reverse("search_mark_gap")).status_code == 302


# -- On the page.


def test_a_visit_leaves_a_count_and_no_cookie(ana, spanish):
    response = ana.get("/es/buscar/?q=despensa")
    ana.get(
        "/es/buscar/?q=despensa&cost=free",
        headers={"hx-request": "true", "hx-current-url": "http://testserver/es/buscar/?q=despensa"},
    )

    assert not response.cookies
    assert list(QueryLog.objects.values_list("text", "asked")) == [("despensa", 1)]
