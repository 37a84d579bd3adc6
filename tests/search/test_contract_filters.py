"""What every engine promises about filters, facets, hours and places."""

from datetime import timedelta

import pytest

from search.document import Text
from search.request import Point
from search.response import FacetCount
from tests.search.library import MINUTE, NOON, ask, document, found

SALINAS = Point(36.6777, -121.6555, "93901")
MONTEREY = (36.6002, -121.8947)  # About 14 miles from Salinas.
OAKLAND = (37.8044, -122.2712)  # About 85 miles.


@pytest.mark.usefixtures("engine")
class TestFilters:
    # -- Filters and facets.

    def test_filters_hold_together_and_within_a_group_any_value_will_do(self, clinics):
        free, some = frozenset({"free"}), frozenset({"free", "fee"})

        assert sorted(found("clinic", filters={"cost": some})) == ["1", "2", "3"]
        assert sorted(found("", filters={"cost": free, "need": frozenset({"10-1"})})) == ["1"]
        assert found("clinic", filters={"cost": free}, kinds=frozenset({"page"})) == []
        assert found("clinic", kinds=frozenset({"page"})) == ["5"]

    @pytest.mark.parametrize("text", ["", "clinic"])
    def test_a_facet_counts_as_if_its_own_choice_were_not_made(self, clinics, text):
        answer = ask(
            text, filters={"cost": frozenset({"free"})}, facets=("cost", "need", "kind", "unheard"), per_page=1
        )

        assert answer.total == 2
        assert answer.facets == {
            "cost": (FacetCount("free", 2), FacetCount("fee", 1), FacetCount("sliding", 1)),
            "need": (FacetCount("10", 2), FacetCount("10-1", 1), FacetCount("10-2", 1)),
            "kind": (FacetCount("thing", 2),),
            "unheard": (),
        }

    def test_a_choice_that_leaves_nothing_is_still_among_the_counts(self, clinics):
        answer = ask("clinic", filters={"cost": frozenset({"gold"})}, facets=("cost",))

        assert answer.total == 0
        assert FacetCount("gold", 0) in answer.facets["cost"]
        assert FacetCount("free", 2) in answer.facets["cost"]

    # -- Hours and places.

    def test_open_is_half_open_and_long_openings_count_to_their_end(self, library):
        library.publish(
            document("now", en="A", opening=((MINUTE, MINUTE + 60),)),
            document("just over", en="B", opening=((MINUTE - 60, MINUTE),)),
            document("for weeks", en="C", opening=((MINUTE - 20_000, MINUTE + 20_000),)),
            document("never", en="D"),
        )

        assert found(open_at=NOON) == ["now", "for weeks"]
        assert found(open_at=NOON - timedelta(minutes=1)) == ["just over", "for weeks"]
        assert ask(open_at=NOON).total == 2

    def test_near_measures_to_the_nearest_place_and_the_circle_is_round(self, library):
        library.publish(
            document("far", en="Clinic", places=(OAKLAND,)),
            document("both", en="Clinic", places=(OAKLAND, MONTEREY)),
            document("here", en="Clinic", places=((36.6777, -121.6555),)),
            document("nowhere", en="Clinic"),
        )

        answer = ask("clinic", near=SALINAS, sort="nearest")

        assert [hit.object_id for hit in answer.hits] == ["here", "both", "far", "nowhere"]
        assert [hit.distance_miles and round(hit.distance_miles) for hit in answer.hits] == [0.0, 14, 85, None]
        assert found(near=SALINAS, within_miles=14.5) == ["here", "both"]
        assert found(near=SALINAS, within_miles=14) == ["here"]
        assert found("clinic", near=Point(89.9, 0), within_miles=20) == []
        assert found("clinic", near=Point(0, 179.99), within_miles=20) == []

    def test_distance_never_drowns_relevance(self, library):
        library.publish(
            document("vague", en=Text("Office", body="We also know a dentist"), places=((36.6777, -121.6555),)),
            document("near", en="Dentist", places=(MONTEREY,)),
            document("far", en="Dentist", places=(OAKLAND,)),
        )

        assert found("dentist", near=SALINAS) == ["near", "far", "vague"]

    def test_newest_and_open_first(self, library, time_machine):
        time_machine.move_to(NOON, tick=False)
        library.publish(
            document("old", en="Clinic", updated=NOON - timedelta(days=9), opening=((MINUTE - 5, MINUTE + 5),)),
            document("new", en="Clinic", updated=NOON),
        )

        assert found("clinic", sort="newest") == ["new", "old"]
        assert found("clinic", sort="open") == ["old", "new"]
