"""What every engine promises about numbers: a count is what choosing it finds, and pages end where the total says."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from search import indexer
from search.engines import relational
from search.opening import counted
from search.request import SORTS, Point
from search.response import SearchResponse
from tests.search.library import MINUTE, NOON, ask, document
from tests.search.varied import varied_documents

SALINAS = Point(36.6777, -121.6555, "93901")
TOMORROW = NOON + timedelta(days=1)
DOCUMENTS = 90
FACETS = ("cost", "need", "language", "kind", "open")
CHOSEN: tuple[dict[str, Any], ...] = (
    {},
    {"text": "ayuda comida"},
    {"text": "food", "filters": {"cost": frozenset({"free", "fee"}), "need": frozenset({"10"})}},
    {"filters": {"language": frozenset({"es"})}, "kinds": frozenset({"thing"}), "near": SALINAS, "within_miles": 10},
    {
        "filters": {"cost": frozenset({"free"})},
        "open_at": NOON + timedelta(days=1),
        "open_until": NOON + timedelta(days=2),
    },
)


@pytest.fixture
def varied(library, engine, time_machine) -> dict[str, Any]:
    time_machine.move_to(NOON, tick=False)
    documents = varied_documents(DOCUMENTS)
    library.keep(*documents)
    indexer.rebuild()
    return {document.object_id: document for document in documents}


def with_choice(asked: Mapping[str, Any], facet: str, value: str) -> dict[str, Any]:
    """The same question with this in place of what was chosen in the facet."""
    if facet == "kind":
        return {**asked, "kinds": frozenset({value})}
    if facet == "open":
        since, until = counted(NOON)[value]
        return {**asked, "open_at": since, "open_until": until}
    return {**asked, "filters": {**asked.get("filters", {}), facet: frozenset({value})}}


@pytest.mark.parametrize("asked", CHOSEN)
def test_a_count_is_what_choosing_it_finds(varied, asked):
    counts = ask(**asked, facets=FACETS).facets

    assert sum(bool(values) for values in counts.values()) >= 3
    for facet, values in counts.items():
        for each in values:
            chosen = with_choice(asked, facet, each.value)
            assert ask(**chosen, per_page=1).total == each.count, (facet, each)
            assert ask(**chosen, per_page=1, facets=FACETS).total == each.count, (facet, each)


@pytest.mark.parametrize("asked", [{}, {"text": "comida"}, {"text": "food", "filters": {"cost": frozenset({"free"})}}])
@pytest.mark.parametrize("sort", SORTS)
def test_every_order_holds_from_the_first_page_to_the_last(varied, sort, asked):
    first = ask(**asked, sort=sort, near=SALINAS, per_page=7)
    pages = [ask(**asked, sort=sort, near=SALINAS, per_page=7, page=page + 1) for page in range(first.pages)]
    hits = [hit for page in pages for hit in page.hits]

    assert len({hit.key for hit in hits}) == len(hits) == first.total > 7
    ranks = [rank(sort, hit, varied[hit.object_id]) for hit in hits]
    assert sort == "best" or ranks == sorted(ranks)


def rank(sort: str, hit: Any, document: Any) -> Any:
    if sort == "newest":
        return -document.updated.timestamp()
    if sort == "open":
        return not any(opens <= MINUTE < closes for opens, closes in document.opening)
    return float("inf") if hit.distance_miles is None else hit.distance_miles


@pytest.mark.parametrize("page", [2, 99, 100_000])
def test_a_page_too_far_is_the_last_with_every_filter_in_place(varied, page):
    def answer(page: int) -> SearchResponse:
        return ask("food", filters={"cost": frozenset({"free"})}, per_page=200, page=page, facets=FACETS)

    assert (answer(page).page, answer(page).total, answer(page).hits) == (1, answer(1).total, answer(1).hits)


@pytest.mark.parametrize(
    "point", [Point(90, 0), Point(-90, 180), Point(0, -180), Point(0, 180), Point(89.999, 179.999)]
)
def test_the_ends_of_the_world_are_places_too(varied, point):
    for sort in SORTS:
        assert ask("food", near=point, within_miles=100, sort=sort, facets=FACETS).total == 0
    assert ask("food", near=point, sort="nearest").total == ask("food").total


def test_of_very_many_the_open_ones_are_counted_alike_and_a_change_shows(varied, library, monkeypatch):
    few = ask("", facets=("open",)).facets
    monkeypatch.setattr(relational, "FEW", 10)
    assert ask("", facets=("open",)).facets == few

    library.publish(document("new", en="Clinic", opening=((MINUTE - 5, MINUTE + 5),)))

    assert {each.value: each.count - 1 for each in ask("", facets=("open",)).facets["open"]} == {
        each.value: each.count for each in few["open"]
    }
