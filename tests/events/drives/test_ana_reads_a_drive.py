"""Ana reads what is needed and how much of it, in her language; a drive that takes nothing more says so."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from events.drives.models import DrivePage
from events.drives.pledging import bring, cancel
from home.tree import Rooms
from schools.calendar import today
from search.indexer import rebuild
from tests.the_drives import BLANKETS, DIAPERS, drive_in_spanish, make_drive, pledged
from tests.the_schools import in_spanish, make_school

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)


def text_of(ana: Client, drive: DrivePage) -> str:
    return " ".join(ana.get(drive.url).content.decode().split())


def test_what_is_needed_where_and_until_when(ana: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home, items=((BLANKETS, 10), (DIAPERS, 2)), phone="(831) 555-0100")
    pledged(drive, 6)

    text = text_of(ana, drive)

    assert "Still needed: 4 of 10" in text and "Still needed: 2 of 2" in text
    assert 'max="10"' in text and 'value="6"' in text
    assert "Front office" in text and "tel:8315550100" in text
    assert f"pledge/?item={drive.items.first().pk}" in text
    assert "Ana" not in text


def test_in_spanish_the_facts_are_the_same(ana: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home)
    pledged(drive, 6)

    text = text_of(ana, drive_in_spanish(drive, rooms["es"].home, story="<p>¿Dónde ayudo?</p>"))

    assert "Cobijas" in text and "Recepción" in text and "¿Dónde ayudo?" in text and 'value="6"' in text
    assert "Blankets" not in text


def test_a_thing_of_which_all_is_pledged_has_no_button(ana: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home, items=((BLANKETS, 6), (DIAPERS, 2)))
    pledged(drive, 6)

    text = text_of(ana, drive)

    assert "All pledged" in text and text.count("I can bring this") == 1


def test_it_closes_itself_when_everything_is_pledged_and_opens_when_somebody_cannot_come(
    ana: Client, rooms: dict[str, Rooms]
) -> None:
    drive = make_drive(rooms["en"].home, items=((BLANKETS, 6),))
    pledge = pledged(drive, 6)
    full = text_of(ana, drive)

    cancel(pledge)

    assert "Everything is pledged." in full and "I can bring this" not in full
    assert "I can bring this" in text_of(ana, drive)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"opens_on": today() + A_DAY}, "You can pledge from"),
        ({"opens_on": today() - 9 * A_DAY, "closes_on": today() - A_DAY}, "This drive is over."),
        ({"is_closed_early": True, "thanks": {"en": "A hundred thanks!", "es": "¡Mil gracias!"}}, "A hundred thanks!"),
    ],
)
def test_a_drive_that_is_not_open_says_why(
    ana: Client, rooms: dict[str, Rooms], facts: dict[str, Any], says: str
) -> None:
    text = text_of(ana, make_drive(rooms["en"].home, **facts))

    assert says in text and "I can bring this" not in text


def test_when_it_is_over_what_came_is_told(ana: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home)
    bring(pledged(drive, 4))
    pledged(drive, 3)
    over = today() - A_DAY
    DrivePage.objects.filter(pk=drive.pk).update(opens_on=over, closes_on=over, last_drop_off_on=over)

    text = text_of(ana, drive)

    assert "Brought: 4 of 10" in text and "Where and when" not in text


def test_things_are_brought_to_a_school_with_its_address(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms, address_1="12 Alder Street", city="Mesa Sereno")
    in_spanish(school, rooms, "Escuela Cielo Claro")
    drive = make_drive(school, drop_off_school=school)

    text = text_of(ana, drive_in_spanish(drive, in_spanish(make_school(rooms, "Other"), rooms, "Otra")))

    assert "Escuela Cielo Claro" in text and "12 Alder Street" in text


def test_the_school_page_the_home_page_and_search_lead_to_it(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms)
    drive = make_drive(school)
    rebuild()

    assert "Still needed: 10 of 10" in text_of(ana, school)
    assert drive.url in text_of(ana, rooms["en"].home)
    assert drive.url in ana.get("/en/search/", {"q": "blankets"}).content.decode()
    pledged(drive, 10)
    assert drive.url not in text_of(ana, school) + text_of(ana, rooms["en"].home)
