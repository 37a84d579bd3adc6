"""The rows of the table, one per shape of question."""

from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.search import rival
from benchmarks.search.bare import caught, send
from benchmarks.search.shapes import Shape, shapes
from benchmarks.search.timing import middle, p95, times
from search.service import search, suggest

LANGUAGE = "en"


def rows(*, rounds: int, with_wagtail: bool) -> Iterator[str]:
    for shape in shapes(LANGUAGE):
        ours = _ours(shape)
        with caught() as statements:
            ours()
        acts: dict[str, Callable[[], object]] = {"ours": ours, "bare": partial(send, statements)}
        if with_wagtail:
            acts["wagtail"] = _wagtail(shape)
        found = times(acts, rounds=rounds)
        mine, bare = middle(found["ours"]), middle(found["bare"])
        cells = [shape.name, f"{mine:.1f}", f"{p95(found['ours']):.1f}", f"{bare:.1f}", f"{mine / bare:.2f}"]
        if with_wagtail:
            other = middle(found["wagtail"])
            cells += [f"{other:.1f}", f"{other / mine:.1f}"]
        yield f"| {' | '.join(cells)} |"


def _ours(shape: Shape) -> Callable[[], object]:
    if shape.request is None:
        return partial(suggest, shape.prefix, LANGUAGE)
    return partial(search, shape.request)


def _wagtail(shape: Shape) -> Callable[[], object]:
    if shape.request is None:
        return partial(rival.complete, shape.prefix, LANGUAGE)
    return partial(rival.ask, shape.request.text, LANGUAGE)
