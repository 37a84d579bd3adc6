"""What a page asks of the database stays the same however much there is to show."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.signal_handlers import disable_reference_index_auto_update

from core.languages import words_of
from core.models import WordsMixin
from directory.public.directories import addresses_by_language
from events.drives.models import DriveItem
from home.models import ArticlePage
from home.tree import Rooms, ensure_tree
from search.indexer import rebuild
from tests.the_drives import BLANKETS, drive_in_spanish, make_drive
from tests.the_events import a_shift, event_in_spanish, make_event
from tests.the_schools import make_school
from tests.whole_listings import a_need, a_service, an_organization

LANGUAGES = ["en", "es"]
SEARCH = {"en": "/en/search/", "es": "/es/buscar/"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


def queries(ana: Client, path: str) -> int:
    """Of a second visit: the first one fills what a process remembers."""
    ana.get(path)
    with CaptureQueriesContext(connection) as asked:
        response = ana.get(path)
    assert response.status_code == 200, path
    return len(asked)


def path_of(record: WordsMixin, language: str) -> str:
    return addresses_by_language()[language].of(record, words_of(record, language))


def same_for_one_and_ten(ana: Client, path: str, add: Callable[[str], object], *, most: int) -> None:
    add("First")
    rebuild()
    one = queries(ana, path)
    with disable_reference_index_auto_update():
        for number in range(9):
            add(f"Another {number}")
    rebuild()
    ten = queries(ana, path)

    assert one == ten
    assert ten <= most


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_page(rooms, ana, language):
    food, owner = a_need("Food"), an_organization("Mesa Peña")

    def add(name: str) -> None:
        a_need(f"Need {name}")
        a_service(owner, name, [food])

    same_for_one_and_ten(ana, f"/{language}/", add, most=34)


@pytest.mark.parametrize("language", LANGUAGES)
def test_directory(rooms, ana, language):
    food = a_need("Food")

    def add(name: str) -> None:
        a_need(name, food)
        an_organization(name)

    same_for_one_and_ten(ana, rooms[language].directory.url, add, most=18)


@pytest.mark.parametrize("language", LANGUAGES)
def test_need(rooms, ana, language):
    food = a_need("Food")
    pantry = a_need("Pantry", food)

    def add(name: str) -> None:
        a_service(an_organization(f"Owner of {name}"), name, [pantry, food], places=2)

    same_for_one_and_ten(ana, path_of(food, language), add, most=37)


@pytest.mark.parametrize("language", LANGUAGES)
def test_organization(rooms, ana, language):
    food, owner = a_need("Food"), an_organization("Mesa Peña")

    same_for_one_and_ten(ana, path_of(owner, language), lambda name: a_service(owner, name, [food], places=2), most=34)


@pytest.mark.parametrize("language", LANGUAGES)
def test_service_at_one_place_and_at_four(rooms, ana, language):
    needs, owner = [a_need("Food"), a_need("Pantry")], an_organization("Mesa Peña")
    at_one = a_service(owner, "Despensa", needs[:1], places=1)
    at_four = a_service(owner, "Comedor", needs, places=4)

    one, four = queries(ana, path_of(at_one, language)), queries(ana, path_of(at_four, language))

    assert one == four
    assert four <= 55


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_these_listings(rooms, ana, language):
    food, owner = a_need("Food"), an_organization("Mesa Peña")
    path = addresses_by_language()[language].about()

    same_for_one_and_ten(ana, path, lambda name: a_service(owner, name, [food]), most=16)


@pytest.mark.parametrize("language", LANGUAGES)
def test_search(rooms, ana, language):
    food, owner = a_need("Food"), an_organization("Mesa Peña")

    def add(name: str) -> None:
        a_service(owner, f"Pantry {name}", [food], places=2)
        an_organization(f"Pantry {name}")

    same_for_one_and_ten(ana, f"{SEARCH[language]}?q=pantry&zip=93901&open=now", add, most=28)


@pytest.mark.parametrize("language", LANGUAGES)
def test_article(rooms, ana, language):
    def add(name: str) -> ArticlePage:
        page = ArticlePage(title=name, slug=name.lower().replace(" ", "-"), locale=rooms[language].guides.locale)
        rooms[language].guides.add_child(instance=page)
        page.save_revision().publish()
        return page

    same_for_one_and_ten(ana, add("Guide").url, add, most=18)


@pytest.mark.parametrize("language", LANGUAGES)
def test_needs_drive(rooms, ana, language):
    drive = make_drive(rooms["en"].home)
    pages = {"en": drive, "es": drive_in_spanish(drive, rooms["es"].home)}

    def add(name: str) -> None:
        DriveItem.objects.create(drive=drive, name=BLANKETS, wanted=3)

    same_for_one_and_ten(ana, pages[language].url, add, most=24)


@pytest.mark.parametrize("language", LANGUAGES)
def test_calendar_of_events(rooms, ana, language):
    """As a list, a month, a week and a feed: what is added for the first is there for the others."""

    def add(name: str) -> None:
        event = make_event(rooms["en"].events, name, in_days=0, school=make_school(rooms, f"School {name}"))
        event_in_spanish(event, rooms["es"].events, f"Evento {name}")

    path = rooms[language].events.url
    same_for_one_and_ten(ana, path, add, most=24)
    assert max(queries(ana, f"{path}{rest}") for rest in ("?view=month", "?view=week", "feed/", "rss/")) <= 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_event_with_shifts(rooms, ana, language):
    event = make_event(rooms["en"].events, rule="FREQ=WEEKLY")
    pages = {"en": event, "es": event_in_spanish(event, rooms["es"].events, "Cajas")}

    def add(name: str) -> None:
        event.shifts.add(a_shift(3, role={"en": name, "es": name}))
        if name in ("First", "Another 8"):  # Those between are published with the last.
            event.save_revision().publish()

    same_for_one_and_ten(ana, pages[language].url, add, most=40)
