"""Councils and meetings are found like everything else."""

import pytest
from django.test import Client

from home.tree import Rooms
from search.indexer import rebuild
from tests.the_councils import council_in_spanish, make_council, make_meeting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "question", "found"),
    [("en", "advisory council", "/advisory-council/"), ("es", "consejo asesor", "/consejo-asesor/")],
)
def test_a_council_is_found_in_both_languages(
    ana: Client, rooms: dict[str, Rooms], language: str, question: str, found: str
) -> None:
    council = make_council(rooms["en"].home)
    council_in_spanish(council, rooms["es"].home, "Consejo asesor")
    rebuild()

    page = ana.get(f"/{language}/search/", {"q": question}, follow=True).content.decode()

    assert found in page


def test_a_meeting_is_found_by_its_title(ana: Client, rooms: dict[str, Rooms]) -> None:
    make_meeting(make_council(rooms["en"].home), "Crossing guards")
    rebuild()

    assert "/crossing-guards/" in ana.get("/en/search/", {"q": "crossing guards"}).content.decode()
