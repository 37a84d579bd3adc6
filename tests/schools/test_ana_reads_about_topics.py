"""Programmes, values, pillars and topics as a family meets them."""

from html import unescape

import pytest
from django.test import Client

from core.context import dialable
from home.tree import Rooms, ensure_tree
from schools.models import Person
from schools.sections import Section
from schools.topics import sections
from schools.topics.models import (
    OfficePeoplePage,
    OfficePerson,
    Partner,
    PillarAtSchool,
    PillarPage,
    ProgrammePage,
    StoryIndexPage,
    TopicHubPage,
    TopicIndexPage,
    ValueIndexPage,
    ValuePage,
)
from search.thesaurus.loading import load as load_thesaurus
from tests.schools.topic_pages import add, add_school

pytestmark = pytest.mark.django_db


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


def read(ana: Client, page: object) -> str:
    response = ana.get(page.url)  # type: ignore[attr-defined]
    assert response.status_code == 200
    return " ".join(unescape(response.content.decode()).split())


def test_a_programme_says_its_facts_in_the_readers_language(ana: Client, rooms: dict[str, Rooms]) -> None:
    values = add(ValueIndexPage, rooms["en"].home, "Values")
    respect = add(ValuePage, values, "Respect")
    programme = add(
        ProgrammePage,
        rooms["en"].home,
        "Ambassadors",
        contact_name="Marta Peña",
        contact_role={"en": "coordinates", "es": "coordina"},
        phone="(831) 555-0111",
        at_every_school=True,
        partners=[Partner(name="Local 77", website="https://local.example.org/")],
        values=[respect],
    )
    in_spanish = add(ProgrammePage, rooms["es"].home, "Embajadores", of=programme, language="es", phone="wrong")

    english, spanish = read(ana, programme), read(ana, in_spanish)

    assert "Marta Peña" in english and "coordinates" in english and "https://local.example.org/" in english
    assert "At every school of the district." in english and respect.url in english
    assert "<h1>Embajadores</h1>" in spanish and "coordina<" in spanish
    assert f"tel:{dialable('(831) 555-0111')}" in spanish and "wrong" not in spanish


def test_a_programme_without_a_contact_sends_to_the_office(ana: Client, rooms: dict[str, Rooms]) -> None:
    assert "Call our office" in read(ana, add(ProgrammePage, rooms["en"].home, "Ambassadors"))


def test_a_feature_adds_its_part_to_a_programme(ana: Client, rooms: dict[str, Rooms], monkeypatch) -> None:
    programme = add(ProgrammePage, rooms["en"].home, "Ambassadors")
    monkeypatch.setitem(sections._makers, ProgrammePage, {})

    def events(page: ProgrammePage, language: str) -> Section:
        return Section("schools/topics/parts/tagged.html", {"heading": f"{page.title} in {language}", "id": "events"})

    sections.register_section(ProgrammePage, "events", 30, events)

    assert '<h2 id="events">Ambassadors in en</h2>' in read(ana, programme)


def test_a_value_shows_what_is_done_in_its_name(ana: Client, rooms: dict[str, Rooms]) -> None:
    values = add(ValueIndexPage, rooms["en"].home, "Values")
    respect = add(ValuePage, values, "Respect", intro="You are asked first.")
    respeto = add(
        ValuePage,
        add(ValueIndexPage, rooms["es"].home, "Valores", of=values, language="es"),
        "Respeto",
        of=respect,
        language="es",
    )
    carries = add(ProgrammePage, rooms["en"].home, "Ambassadors", values=[respect])
    add(ProgrammePage, rooms["es"].home, "Embajadores", of=carries, language="es")
    hidden = add(ProgrammePage, rooms["en"].home, "Not yet", values=[respect])
    hidden.unpublish()
    add(ProgrammePage, rooms["en"].home, "Something else")

    english, spanish = read(ana, respect), read(ana, respeto)

    assert "Ambassadors" in english and "Not yet" not in english and "Something else" not in english
    assert "Embajadores" in spanish and "Ambassadors" not in spanish
    assert "You are asked first." in read(ana, values)


def test_a_pillar_and_a_school_lead_to_each_other(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = add_school(rooms)
    seen = PillarAtSchool(school=school, what={"en": "A nurse on Tuesdays.", "es": "Enfermera los martes."})
    pillar = add(PillarPage, rooms["en"].home, "Support", at_schools=[seen])
    apoyo = add(PillarPage, rooms["es"].home, "Apoyo", of=pillar, language="es")

    assert "Secundaria Molino Viejo" in read(ana, apoyo) and "Enfermera los martes." in read(ana, apoyo)
    assert "A nurse on Tuesdays." in read(ana, school)
    assert apoyo.url in read(ana, school.in_language("es"))


def test_a_school_shows_its_programmes_and_not_those_of_others(ana: Client, rooms: dict[str, Rooms]) -> None:
    school, other = add_school(rooms), add_school(rooms, "Puente Largo", "Secundaria Puente Largo")
    add(ProgrammePage, rooms["en"].home, "Here", schools=[school])
    add(ProgrammePage, rooms["en"].home, "Everywhere", at_every_school=True)
    add(ProgrammePage, rooms["en"].home, "Elsewhere", schools=[other])

    page = read(ana, school)

    assert ">Here<" in page and ">Everywhere<" in page and ">Elsewhere<" not in page


@pytest.mark.parametrize(("language", "words"), [("en", "Call 911 now."), ("es", "Llame al 911 ahora.")])
def test_the_crisis_lines_stand_where_a_topic_asks_for_them(
    ana: Client, rooms: dict[str, Rooms], language: str, words: str
) -> None:
    load_thesaurus()
    feelings = add(TopicHubPage, rooms["en"].home, "Feelings", shows_crisis_lines=True)
    homework = add(TopicHubPage, rooms["en"].home, "Homework")
    pages = {"en": (feelings, homework)}
    pages["es"] = tuple(add(TopicHubPage, rooms["es"].home, f"{hub} ES", of=hub, language="es") for hub in pages["en"])

    shown, plain = pages[language]

    assert words in read(ana, shown) and 'href="tel:988"' in read(ana, shown)
    assert words not in read(ana, plain)


def test_a_topic_searches_the_directory_and_leaves_out_rows_that_lead_nowhere(
    ana: Client, rooms: dict[str, Rooms]
) -> None:
    gone = add(TopicHubPage, rooms["en"].home, "Gone")
    hub = add(
        TopicHubPage,
        rooms["en"].home,
        "School",
        searches=[("search", {"text": "Pañales", "question": "pañales & leche"})],
        papers=[("paper", {"text": "Old list", "page": gone}), ("paper", {"text": "New", "address": "https://a.org/"})],
        grade_bands=[("grades", {"grades": "Grades 4 to 6", "text": "<p>Read.</p>"})],
    )
    gone.unpublish()

    page = read(ana, hub)

    assert "/en/search/?q=pa%C3%B1ales%20%26%20leche" in page and "Grades 4 to 6" in page
    assert "Old list" not in page and "https://a.org/" in page


def test_the_room_of_topics_holds_what_is_below_it(ana: Client, rooms: dict[str, Rooms]) -> None:
    index = add(TopicIndexPage, rooms["en"].home, "Topics", show_in_menus=True)
    assert "There is nothing here yet." in read(ana, index)

    add(TopicHubPage, index, "College")
    add(ProgrammePage, index, "Ambassadors")

    assert "College" in read(ana, index) and "Ambassadors" in read(ana, index)
    assert index.url in read(ana, rooms["es"].home) or index.url in read(ana, rooms["en"].home)


def test_the_office_is_narrowed_to_those_who_speak_a_language(ana: Client, rooms: dict[str, Rooms]) -> None:
    natividad = Person.objects.create(name="Natividad Peña", languages=["mix", "es"])
    quang = Person.objects.create(name="Quang Le", languages=["vi"])
    people = [
        OfficePerson(person=natividad, role={"en": "Interpreters", "es": "Intérpretes"}),
        OfficePerson(person=quang, role={"en": "Enrollment", "es": "Inscripción"}),
    ]
    page = add(OfficePeoplePage, rooms["en"].home, "People", people=people)

    def asked(query: str) -> str:
        return ana.get(page.url + query).content.decode()

    assert "Natividad" in asked("?speaks=mix") and "Quang" not in asked("?speaks=mix")
    for strange in ("", "?speaks=xx", "?speaks=", "?speaks=mix&speaks=vi%00"):
        assert "Quang" in asked(strange)


def test_an_empty_list_of_news_says_so(ana: Client, rooms: dict[str, Rooms]) -> None:
    assert "There is no news yet." in read(ana, add(StoryIndexPage, rooms["en"].home, "News"))
