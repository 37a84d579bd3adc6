"""The address of a search page is typed, shared and mangled by strangers."""

from datetime import UTC, datetime

import pytest
from django.http import QueryDict

from search.query import search_request
from search.request import Point, SearchRequest
from search.zips import point_of_zip

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def request(query: str) -> SearchRequest:
    return search_request(QueryDict(query), "es", facets=("cost",), now=NOW)


def test_a_whole_question_is_understood(library):
    asked = request(
        "q=despensa+de+comida&cost=free&cost=fee&need=10&kind=thing&open=now&zip=93905&within=5&sort=nearest&page=3"
    )

    assert asked == SearchRequest(
        language="es",
        text="despensa de comida",
        filters={"cost": frozenset({"free", "fee"}), "need": frozenset({"10"})},
        near=point_of_zip("93905"),
        within_miles=5,
        open_at=NOW,
        kinds=frozenset({"thing"}),
        sort="nearest",
        page=3,
        facets=("cost",),
    )


@pytest.mark.parametrize(
    "query",
    [
        "", "q=", "q=%20%00%0a", "unheard=1", "cost=gold", "cost=", "cost=free%00", "cost=" + "x" * 500, "need=99",
        "kind=dragon", "open=yes", "open=2026-13-45", "open=1066-10-14T09:00", "zip=00000", "zip=9390", "zip=Salinas",
        "zip=939055", "zip=%F0%9F%92%9B", "within=5", "within=0&zip=", "sort=worst", "page=0", "page=-1", "page=two",
        "page=1e9", "page=99999999999999999999", "page=%D9%A1", "zip=%D9%A9%D9%A3%D9%A9%D9%A0%D9%A5", 
        "near=91,0", "near=0,181", "near=-90.01,0", "near=1e9,2", "near=nan,nan", "near=36.6", "near=36.6,-121.6,5",
        "near=%00", "near=" + "9" * 9_000, "place=../etc", "place=" + "a" * 9_000, "within=-5", "within=1e3&zip=x",
        "open=feb30", "open=nextday", "open=nov", "open=" + "9" * 9_000, "open=2026-11-28T25:00", "open=now-morning",
        "&&&===", "%ff%fe", "language=klingon",
    ],
)  # fmt: skip
def test_whatever_is_unknown_or_broken_is_ignored(library, query):
    assert request(query) == request("")


def test_a_position_is_rounded_to_half_a_mile_and_stays_on_the_globe(library):
    assert request("near=36.67771,-121.65551").near == Point(36.68, -121.66)
    assert request("near=-90,180").near == Point(-90, 180)
    assert request("near=91,0&zip=93905").near == point_of_zip("93905")


def test_of_repeated_values_the_last_counts(library):
    assert request("q=a&q=b&page=2&page=4&sort=best&sort=newest&zip=10001&zip=93905") == request(
        "q=b&page=4&sort=newest&zip=93905"
    )


def test_known_values_stay_when_others_are_unknown(library):
    assert request("cost=gold&cost=free").filters == {"cost": frozenset({"free"})}


def test_a_long_text_is_cut(library):
    assert len(request("q=" + "a" * 20_000).text) == 400


def test_a_distance_without_a_place_means_nothing(library):
    assert request("within=5&zip=nowhere").within_miles is None


def test_opening_may_be_asked_for_a_moment_of_the_clock_on_the_wall(library, settings):
    settings.TIME_ZONE = "America/Los_Angeles"

    assert request("open=2026-11-28T10:00").open_at == datetime(2026, 11, 28, 18, tzinfo=UTC)


@pytest.mark.parametrize("written", ["93905", " 93905 ", "93905-1234"])
def test_a_zip_code_is_a_place(written):
    point = point_of_zip(written)

    assert point is not None
    assert (round(point.latitude), round(point.longitude), point.label) == (37, -122, "93905")


@pytest.mark.parametrize(
    "written", ["", "0", "00000", "9390", "939051", "abcde", "93905-12", "٩٣٩٠٥", "93905\n1", "\x00"]
)
def test_anything_else_is_no_place(written):
    assert point_of_zip(written) is None
