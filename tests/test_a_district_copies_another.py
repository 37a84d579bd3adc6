"""What one district wrote for its families goes to another as drafts, and nothing about people goes along."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from home.models import ArticlePage
from home.pack.loading import load
from home.pack.writing import write
from home.tree import Rooms, ensure_tree
from schools.models import Person
from schools.topics.models import FocusArea, ProgrammePage, TopicIndexPage, ValueIndexPage, ValuePage
from search.thesaurus.models import Concept, ConceptWords
from tests.schools.topic_pages import add
from tests.the_schools import appointed, make_school

pytestmark = pytest.mark.django_db
BODY = [("heading", "What you can expect"), ("paragraph", '<p>Someone says "hello" to <b>you</b>.</p>')]


@pytest.fixture
def rooms(db: None) -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture
def pack(rooms: dict[str, Rooms], tmp_path: Path) -> Path:
    """Of a district with a value in two languages, a program, a guide, a focus area and words of its own."""
    topics = {code: add(TopicIndexPage, rooms[code].home, "Topics", language=code) for code in ("en", "es")}
    values = {code: add(ValueIndexPage, topics[code], "HEART", language=code) for code in ("en", "es")}
    respect = add(ValuePage, values["en"], "Respect", intro="You know your child best.", body=BODY)
    add(ValuePage, values["es"], "Respeto", of=respect, language="es", body=[("heading", "Qué puede esperar")])
    add(ProgrammePage, topics["en"], "Ambassadors", contact_name="Zarzamora Peña", phone="(831) 555-0999")
    add(ArticlePage, rooms["en"].guides, "After a fire", body=BODY)
    FocusArea.objects.create(code="youth", name={"en": "Youth", "es": "Jóvenes"})
    concept = Concept.objects.create(code="own-words")
    ConceptWords.objects.create(concept=concept, language="es", words="cobijas de tigre")
    person = Person.objects.create(name="Zarzamora Uno", email="zarzamora@example.org", phone="(831) 555-0998")
    appointed(make_school(rooms, "Zarzamora School"), person=person)
    target = tmp_path / "pack.zip"
    write(target)
    return target


@pytest.fixture
def elsewhere(pack: Path) -> dict[str, Rooms]:
    """The same installation, emptied: another district on its first day."""
    for model in (ValuePage, ValueIndexPage, ProgrammePage, TopicIndexPage, ArticlePage):
        Page.objects.filter(pk__in=model.objects.values("pk")).delete()
    FocusArea.objects.all().delete()
    Concept.objects.all().delete()
    return ensure_tree()


def test_nothing_about_people_is_in_it(pack: Path) -> None:
    with ZipFile(pack) as content:
        everything = b"\n".join(content.read(name) for name in content.namelist()) + str(content.namelist()).encode()

    assert b"You know your child best." in everything
    for trace in (b"Zarzamora", b"zarzamora", b"555-0999", b"555-0998"):
        assert trace not in everything


def test_it_can_be_read_without_loading_it(pack: Path) -> None:
    with ZipFile(pack) as content:
        text = content.read("texts/en/value-respect.md").decode()

    assert text == '# Respect\n\nYou know your child best.\n\n## What you can expect\n\nSomeone says "hello" to you.\n'


def test_pages_arrive_as_drafts_in_both_languages(pack: Path, elsewhere: dict[str, Rooms]) -> None:
    loaded = load(pack)

    english, spanish = (ValuePage.objects.get(title=title) for title in ("Respect", "Respeto"))
    assert (loaded.pages, loaded.left, loaded.elsewhere) == (8, 0, [])
    assert not english.live and not spanish.live
    assert english.translation_key == spanish.translation_key
    assert [(block.block_type, str(block.value)) for block in english.body] == [(kind, text) for kind, text in BODY]
    assert english.get_parent().specific.title == "HEART"
    assert ArticlePage.objects.get().get_parent().specific == elsewhere["en"].guides
    assert FocusArea.objects.get().name["es"] == "Jóvenes"
    assert ConceptWords.objects.get().words == "cobijas de tigre"


def test_a_second_time_changes_nothing(pack: Path, elsewhere: dict[str, Rooms]) -> None:
    load(pack)
    before = Page.objects.count()

    again = load(pack)

    assert (again.pages, again.left, again.focus_areas, again.concepts) == (0, 8, 0, 0)
    assert Page.objects.count() == before


@pytest.mark.parametrize("content", [b"", b"not a zip", None])
def test_anything_else_is_refused_in_a_sentence(db: None, tmp_path: Path, content: bytes | None) -> None:
    wrong = tmp_path / "wrong.zip"
    if content is None:
        with ZipFile(wrong, "w") as other:
            other.writestr("manifest.json", '{"format": "something else", "version": 1}')
    else:
        wrong.write_bytes(content)

    with pytest.raises(CommandError, match=r"wrong\.zip is not a content pack"):
        call_command("load_content_pack", wrong)


def test_a_file_that_is_there_is_not_lost(pack: Path) -> None:
    with pytest.raises(CommandError, match="--force"):
        call_command("content_pack", pack)
