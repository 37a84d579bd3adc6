"""What every engine promises about spans of opening, and about filters that were only read into the words."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict

from search.notices import Notice
from search.query import search_request
from search.response import FacetCount, SearchResponse
from search.service import search
from tests.search.library import MINUTE, NOON, ask, document, found

HOUR = 60


def answer(query: str, **more) -> SearchResponse:
    return search(replace(search_request(QueryDict(query), "en", now=NOON), **more))


@pytest.fixture
def week(library):
    """Noon in UTC is the early morning of a Tuesday in the district."""
    library.publish(
        document("before", en="Clinic A", opening=((MINUTE - 3 * HOUR, MINUTE),)),
        document("across", en="Clinic B", opening=((MINUTE - 3 * HOUR, MINUTE + HOUR),)),
        document("within", en="Clinic C", opening=((MINUTE + 2 * HOUR, MINUTE + 3 * HOUR),)),
        document("after", en="Clinic D", opening=((MINUTE + 5 * HOUR, MINUTE + 6 * HOUR),)),
        document("always", en="Clinic E", opening=((MINUTE - 20_000, MINUTE + 20_000),)),
        document("never", en="Clinic F"),
    )


@pytest.mark.usefixtures("engine")
class TestSpans:
    def test_a_span_finds_what_is_open_at_any_time_in_it(self, week):
        span = {"open_at": NOON, "open_until": NOON + timedelta(hours=5)}

        assert sorted(found("clinic", **span)) == ["across", "always", "within"]
        assert sorted(found("", **span)) == ["across", "always", "within"]
        assert ask("clinic", **span, facets=("kind",)).facets["kind"] == (FacetCount("thing", 3),)

    def test_a_span_without_length_is_a_moment(self, week):
        assert sorted(found(open_at=NOON, open_until=NOON)) == ["across", "always"]

    @pytest.mark.parametrize("text", ["", "clinic"])
    def test_what_is_open_now_and_today_is_counted_whatever_hours_are_chosen(self, week, time_machine, text):
        time_machine.move_to(NOON, tick=False)

        for chosen in ({}, {"open_at": NOON}, {"open_at": NOON + timedelta(hours=2)}):
            counts = ask(text, facets=("open",), **chosen).facets["open"]
            assert counts == (FacetCount("today", 4), FacetCount("now", 2))

    def test_other_choices_are_counted_within_the_hours_and_the_hours_within_them(self, library, time_machine):
        time_machine.move_to(NOON, tick=False)
        library.publish(
            document("1", en="Clinic", facets={"cost": ("free",)}, opening=((MINUTE - 60, MINUTE + 60),)),
            document("2", en="Clinic", facets={"cost": ("fee",)}, opening=((MINUTE - 60, MINUTE + 60),)),
            document("3", en="Clinic", facets={"cost": ("free",)}),
        )

        given = ask("clinic", facets=("cost", "open"), filters={"cost": frozenset({"free"})}, open_at=NOON)

        assert [hit.object_id for hit in given.hits] == ["1"]
        assert given.facets["cost"] == (FacetCount("fee", 1), FacetCount("free", 1))
        assert given.facets["open"] == (FacetCount("now", 1), FacetCount("today", 1))


@pytest.mark.usefixtures("engine")
class TestFiltersFromWords:
    def test_words_for_a_time_choose_it(self, week):
        assert [hit.object_id for hit in answer("q=clinic+open+now").hits] == ["across", "always"]
        assert answer("q=clinic+tomorrow").notices == ()
        assert [hit.object_id for hit in answer("q=clinic+tomorrow").hits] == ["always"]

    def test_a_choice_by_hand_wins_over_words(self, week):
        asked = search_request(QueryDict("q=clinic+tomorrow&open=now"), "en", now=NOON)

        assert asked.text == "clinic"
        assert asked.open_at == NOON
        assert asked.understood == ()

    def test_what_was_only_read_into_the_words_gives_way_before_the_words_do(self, library):
        library.publish(document("1", en="Dentist"), document("2", en="Clinic", opening=((MINUTE, MINUTE + 9),)))

        given_way = answer("q=dentist+open+now")

        assert [hit.object_id for hit in given_way.hits] == ["1"]
        assert given_way.notices == (Notice.FILTERS_LEFT_OUT,)
        assert given_way.answered.open_at is None

    def test_a_distance_chosen_by_hand_stays_when_the_words_give_way(self, library):
        library.publish(document("far", en="Dentist", places=((37.8, -122.27),)))

        assert answer("q=dentist+open+now&zip=93901&within=5").total == 0
        assert answer("q=dentist+open+now&zip=93901&within=100").total == 1

    def test_words_that_were_taken_for_a_time_by_mistake_are_found_after_all(self, library):
        library.publish(document("1", en="Saturday Academy"))

        assert [hit.object_id for hit in answer("q=saturday").hits] == ["1"]

    def test_what_finds_nothing_either_way_says_so(self, library):
        library.publish(document("1", en="Dentist"))

        assert answer("q=xylophone+tonight").notices == (Notice.NOTHING,)

    def test_a_mistyped_word_beside_a_time_is_corrected(self, week):
        given = answer("q=clinik+tomorrow")

        assert [hit.object_id for hit in given.hits] == ["always"]
        assert given.did_you_mean == "clinic tomorrow"


@pytest.mark.parametrize(
    ("query", "begins", "ends"),
    [
        ("open=today", "2026-11-24T04:00", "2026-11-25T00:00"),
        ("open=tonight", "2026-11-24T17:00", "2026-11-25T00:00"),
        ("open=tomorrow", "2026-11-25T00:00", "2026-11-26T00:00"),
        ("open=weekend", "2026-11-28T00:00", "2026-11-30T00:00"),
        ("open=sat", "2026-11-28T00:00", "2026-11-29T00:00"),
        ("open=tue", "2026-11-24T04:00", "2026-11-25T00:00"),
        ("open=mon", "2026-11-30T00:00", "2026-12-01T00:00"),
        ("open=sat-morning", "2026-11-28T05:00", "2026-11-28T12:00"),
        ("open=2026-11-28", "2026-11-28T00:00", "2026-11-29T00:00"),
        ("open=2026-11-28T10:00", "2026-11-28T10:00", None),
        ("q=clinic+saturday+at+10", "2026-11-28T10:00", None),
    ],
)
def test_a_time_is_one_of_the_districts_clock(library, settings, query, begins, ends):
    settings.TIME_ZONE = "America/Los_Angeles"
    asked = search_request(QueryDict(query), "en", now=NOON)

    zone = ZoneInfo("America/Los_Angeles")
    written = [moment and f"{moment.astimezone(zone):%Y-%m-%dT%H:%M}" for moment in (asked.open_at, asked.open_until)]
    assert written == [begins, ends]
