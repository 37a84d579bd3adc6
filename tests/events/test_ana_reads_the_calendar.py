"""Ana looks into the calendar of the district: a list, a month, a week; today, this weekend, at her school."""

import re
from datetime import date, time, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from events.models import ChangedDate, EventPage
from events.recurrence.series import ChangeKind
from home.tree import Rooms, ensure_tree
from search.indexer import rebuild
from tests.the_events import event_in_spanish, make_event
from tests.the_schools import in_spanish, make_school

TUESDAY = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel("2026-12-01T18:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture
def boxes(rooms: dict[str, Rooms]) -> EventPage:
    event = make_event(
        rooms["en"].events, first_day=TUESDAY, begins=time(16), ends=time(18), rule="FREQ=WEEKLY", kind="distribution"
    )
    event_in_spanish(event, rooms["es"].events, "Cajas de comida")
    return event


def shown(ana: Client, query: str = "", language: str = "es") -> str:
    path = {"es": "/es/eventos/", "en": "/en/events/"}[language]
    answer = ana.get(f"{path}{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(("language", "words"), [("en", "Food boxes"), ("es", "Cajas de comida")])
def test_what_is_coming_stands_in_her_language_under_its_day(ana, boxes, language, words) -> None:
    page = shown(ana, language=language)

    assert words in page
    assert {"en": "Today", "es": "Hoy"}[language] in page
    assert {"en": "4 p.m. to 6 p.m.", "es": "4 p. m. a 6 p. m."}[language].replace(" ", "") in page.replace(
        "\u00a0", ""
    ).replace(" ", "")


def test_without_a_translation_the_source_words_are_marked(ana, rooms) -> None:
    make_event(rooms["en"].events, "Science night")

    assert '<span lang="en">Science night</span>' in shown(ana)


def test_today_shows_today_and_nothing_else(ana, boxes, rooms) -> None:
    make_event(rooms["en"].events, "Science night", in_days=3)

    page = shown(ana, "?when=today", "en")

    assert "Food boxes" in page
    assert "Science night" not in page


def test_a_month_has_every_date_in_a_table(ana, boxes) -> None:
    page = shown(ana, "?view=month&day=2026-12-15", "en")

    assert page.count("/en/events/food-boxes/") == 5
    assert "<caption>December 2026</caption>" in page


def test_her_school_alone(ana, boxes, rooms) -> None:
    school = make_school(rooms)
    in_spanish(school, rooms, "Escuela Cielo Claro")
    make_event(school, "Coffee with the principal")

    page = shown(ana, f"?school={school.pk}", "en")

    assert "Coffee with the principal" in page
    assert "Food boxes" not in page


@pytest.mark.parametrize(
    "query", ["?when=x&kind=y&school=z&language=%00&day=2026-99-99&view=q", "?day=9999-12-31", "?page=x"]
)
def test_nonsense_is_ignored_quietly(ana, boxes, query) -> None:
    assert "Food boxes" in shown(ana, query, "en")


def test_when_nothing_fits_the_page_leads_on(ana, boxes) -> None:
    page = shown(ana, "?day=2026-12-02", "en")

    assert "Nothing fits on these days." in page
    assert "Food boxes" in page


def test_a_cancelled_date_says_so_with_its_reason(ana, boxes) -> None:
    reason = {"en": "The truck broke down", "es": "Se descompuso el camión"}
    boxes.changed_dates = [ChangedDate(day=TUESDAY, kind=ChangeKind.CANCELLED, reason=reason)]
    boxes.save_revision().publish()

    for path in ("/es/eventos/", "/es/eventos/cajas-de-comida/"):
        page = ana.get(path).content.decode()
        assert "Se descompuso el camión" in page
        assert "Cancelado" in page or "Cancelada" in page


def test_an_event_that_is_over_says_so(ana, rooms, clock) -> None:
    make_event(rooms["en"].events, "Science night", in_days=1)
    clock.shift(10 * 24 * 3600)

    assert "This event is over." in ana.get("/en/events/science-night/").content.decode()


def test_a_private_place_is_told_nowhere(ana, rooms) -> None:
    school = make_school(rooms, address_1="845 Plum Street", city="Valle Sereno", latitude=36.6, longitude=-121.6)
    place = {"en": "Room 7", "es": "Salón 7"}
    make_event(rooms["en"].events, "Grief group", school=school, place=place, place_is_private=True)

    for path in (
        "/en/events/grief-group/",
        "/en/events/grief-group/calendar/",
        "/en/events/",
        "/en/events/feed/",
    ):
        answer = ana.get(path)
        assert answer.status_code == 200
        assert not re.search("Plum Street|Room 7|36[.]6", answer.content.decode())


def test_the_file_has_a_lasting_name_and_a_number_that_grows(ana, boxes) -> None:
    first = ana.get("/es/eventos/cajas-de-comida/calendar/").content.decode()
    boxes.begins = time(15)
    boxes.save_revision().publish()
    second = ana.get("/en/events/food-boxes/calendar/").content.decode()

    uid = f"UID:{boxes.translation_key}@"
    assert uid in first.replace("\r\n ", "")
    assert uid in second.replace("\r\n ", "")
    numbers = [int(re.search(r"SEQUENCE:(\d+)", each)[1]) for each in (first, second)]
    assert numbers[1] == numbers[0] + 1


@pytest.mark.parametrize("path", ["/en/events/feed/", "/es/eventos/rss/"])
def test_what_has_not_changed_is_not_sent_again(ana, boxes, path: str) -> None:
    first = ana.get(path)

    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        again = ana.get(path, headers={"if-none-match": first["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)
    assert first["Last-Modified"] == again["Last-Modified"]


def test_readers_of_news_get_the_coming_dates(ana, boxes) -> None:
    feed = ana.get("/es/eventos/rss/").content.decode()

    assert "Cajas de comida" in feed
    assert "<language>es</language>" in feed


@pytest.mark.parametrize("page", ["/en/events/food-boxes/", "/es/eventos/cajas-de-comida/"])
def test_the_next_date_alone_goes_into_her_calendar(ana, boxes, page) -> None:
    link = re.search(r'href="([^"]+/calendar/\d{4}-\d\d-\d\d/)"', ana.get(page).content.decode())

    assert link
    assert ana.get(link[1]).content.decode().count("BEGIN:VEVENT") == 1


@pytest.mark.parametrize(("is_private", "pinned"), [(False, True), (True, False)])
def test_a_map_of_results_shows_a_place_unless_it_is_private(
    ana, rooms, settings, is_private: bool, pinned: bool
) -> None:
    settings.MAP_TILE_URL = "/static/home/icon.svg?{z}-{x}-{y}"
    school = make_school(rooms, latitude=36.6, longitude=-121.6)
    make_event(rooms["en"].events, "Science night", school=school, place_is_private=is_private)
    rebuild()

    page = ana.get("/en/search/?q=science+night").content.decode()

    assert "Science night" in page
    assert ('data-points="36.6,-121.6"' in page) is pinned
