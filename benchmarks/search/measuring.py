"""Every shape of question asked of us, of the bare engine and of the rival, in turn."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from benchmarks.search import rival
from benchmarks.search.bare import caught, send
from benchmarks.search.measured import Figures, Measured
from benchmarks.search.shapes import Shape, shapes
from benchmarks.search.throughput import per_second
from benchmarks.search.timing import Act, middle, p95, times
from search.engines import choice
from search.engines.elastic.server import breaker
from search.service import search, suggest

LANGUAGE = "en"


def measured(*, rounds: int, seconds: float, with_wagtail: Collection[str]) -> Iterator[Measured]:
    """`with_wagtail` has the keys of the shapes that the rival is asked, too."""
    for shape in shapes(LANGUAGE):
        ours = _ours(shape)
        ours()
        acts: dict[str, Act] = {"ours": ours, "bare": partial(send, caught(ours, elasticsearch=choice.has_copy()))}
        rates = per_second(acts, seconds=seconds) if seconds else {}
        if shape.key in with_wagtail:
            acts["wagtail"] = _wagtail(shape)
        found = times(acts, rounds=rounds)
        by = {name: Figures(round(middle(ms), 2), round(p95(ms), 2), rates.get(name)) for name, ms in found.items()}
        yield Measured(shape.key, shape.name, by)


def _ours(shape: Shape) -> Callable[[], object]:
    if shape.request is None:
        return partial(suggest, shape.prefix, LANGUAGE)
    wanted = choice.current().name

    def ask() -> None:
        answer = search(shape.request)
        assert answer.engine == wanted and not breaker.is_failing, f"{answer.engine} answered, not {wanted}"
        assert answer.total, f"{shape.name} finds nothing"

    return ask


def _wagtail(shape: Shape) -> Callable[[], object]:
    if shape.request is None:
        return partial(rival.complete, shape.prefix, LANGUAGE)
    return partial(rival.ask, shape.request.text, LANGUAGE)
