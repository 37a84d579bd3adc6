"""The first page names the next shifts of volunteers that still have places."""

import pytest
from django.test import Client

from home.tree import Rooms
from tests.the_events import a_shift, event_in_spanish, make_event, shift_date, sign_up, somebody


@pytest.mark.parametrize(
    ("path", "words"),
    [("/en/", ("Garden day", "Packing boxes", "3 places left")), ("/es/", ("Huerto", "Empacar cajas", "Quedan 3"))],
)
def test_a_shift_with_places_stands_there(
    rooms: dict[str, Rooms], ana: Client, path: str, words: tuple[str, ...]
) -> None:
    event = make_event(rooms["en"].events, "Garden day", shifts=[a_shift(3)])
    event_in_spanish(event, rooms["es"].events, "Huerto")

    page = ana.get(path).content.decode()

    assert all(each in page for each in words)


def test_a_full_one_and_a_workshop_do_not(rooms: dict[str, Rooms], ana: Client) -> None:
    sign_up(shift_date(rooms, places=1, event={"title": "Garden day"}), somebody())
    make_event(rooms["en"].events, "Reading at home", kind="workshop", shifts=[a_shift(3)])

    assert "place left" not in ana.get("/en/").content.decode()
