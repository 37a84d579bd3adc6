"""A topic's papers stand by grade, each as one thing in both languages; private ones are not shown."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client

from home.tree import Rooms
from schools.pairs.demo import load_paper
from schools.topics.models import HubPaper, TopicHubPage, TopicIndexPage
from tests.schools.topic_pages import add

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


def paper(english: str, spanish: str, **values: object) -> HubPaper:
    data = {"kind": "flyer", "files": "en", "promised": 5}
    pair = load_paper(data, {"en": english, "es": spanish}, DAY, DAY)
    pair.is_private = bool(values.pop("is_private", False))
    pair.save()
    return HubPaper(paper=pair, **values)


def test_papers_stand_by_grade_in_both_languages(rooms: dict[str, Rooms], ana: Client) -> None:
    topics = {code: add(TopicIndexPage, rooms[code].home, "Topics", language=code) for code in ("en", "es")}
    hub = add(TopicHubPage, topics["en"], "Reading")
    leer = add(TopicHubPage, topics["es"], "Leer", of=hub, language="es")
    hub.library.set(
        [
            paper("Number games", "Juegos con números", lowest_grade=0, highest_grade=3),
            paper("Ten minutes", "Diez minutos"),
            paper("For staff", "Para el personal", is_private=True),
        ]
    )
    hub.save()

    for page, grades, titles in (
        (hub, ["For every grade", "From kindergarten to grade 3"], ["Ten minutes", "Number games"]),
        (leer, ["Para todos los grados", "De kínder a grado 3"], ["Diez minutos", "Juegos con números"]),
    ):
        shelf = BeautifulSoup(ana.get(page.url).content, "html.parser").select_one("section[aria-labelledby=library]")
        assert shelf is not None
        assert [each.text.strip() for each in shelf.select("h3")] == grades
        assert [each.text.strip() for each in shelf.select("h4")] == titles
        assert len(shelf.select(".pair__promise")) == 2  # The missing halves have a day.


def test_half_a_band_of_grades_is_refused() -> None:
    with pytest.raises(ValidationError, match="both grades"):
        HubPaper(lowest_grade=1).clean()
    with pytest.raises(ValidationError, match="before the first"):
        HubPaper(lowest_grade=5, highest_grade=1).clean()
