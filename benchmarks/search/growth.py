"""How the time of an answer grows with the number of services, drawn from `measured.json` to `benchmarks/growth.svg`.

python -m benchmarks.search.growth
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10
from pathlib import Path

from benchmarks.search.measured import ENGINES, Run, of_engine

TARGET = Path(__file__).parents[1] / "growth.svg"
TITLES = dict(zip(ENGINES, ("SQLite", "PostgreSQL", "Elasticsearch"), strict=True))
SHORT = {
    "frequent": "frequent word",
    "rare": "rare word",
    "words": "two words",
    "phrase": "phrase",
    "typo": "typing error",
    "filtered": "cost, near, open",
    "autocomplete": "autocomplete",
}
SIZES = {1_000: "1,000", 10_000: "10,000", 100_000: "100,000"}
TICKS = {1: "1 ms", 10: "10 ms", 100: "100 ms", 1_000: "1 s", 10_000: "10 s", 100_000: "100 s"}
WIDTH, HEIGHT, PANEL, TOP, LEFT, PLOT = 1110, 420, 355, 60, 60, 170
BOTTOM = HEIGHT - 50
LINE = 14  # Between two labels.
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #333 } .title { font-weight: 600; font-size: 15px }
.grid { stroke: #ddd } .ours { fill: none; stroke-width: 2 } .wagtail { fill: none; stroke: #888; stroke-width: 2;
stroke-dasharray: 6 4 } .leader { fill: none; stroke: #aaa } .paper { fill: #fff }
.c0 { stroke: #0072b2 } .c1 { stroke: #d55e00 } .c2 { stroke: #009e73 } .c3 { stroke: #cc79a7 } .c4 { stroke: #b58900 }
.c5 { stroke: #56b4e9 } .c6 { stroke: #7b4fc9 }
@media (prefers-color-scheme: dark) { text { fill: #ddd } .paper { fill: #161616 } .grid { stroke: #3a3a3a }
.leader { stroke: #666 } .c0 { stroke: #4aa8e0 } .c6 { stroke: #a98bea } }
"""


@dataclass(frozen=True)
class Line:
    label: str
    style: str
    points: Sequence[tuple[float, float]]  # Services and milliseconds.


def main() -> None:
    TARGET.write_text(drawing({engine: list(of_engine(engine)) for engine in ENGINES}))
    print(f"{TARGET} drawn")


def drawing(runs: dict[str, list[Run]]) -> str:
    panels = [
        _panel(TITLES[engine], found, LEFT + number * PANEL) for number, (engine, found) in enumerate(runs.items())
    ]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">',
        '<title id="t">How the time of an answer grows with the number of services</title>',
        f'<desc id="d">{_description(runs)}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
        *(line for panel in panels for line in panel),
        "</svg>\n",
    ])  # fmt: skip


def _description(runs: dict[str, list[Run]]) -> str:
    """The same in words, for those who do not see the lines."""
    said = [
        f"{TITLES[engine]}, {SHORT[shape.key]}, {run.services:,} services: {shape.by['ours'].p50:.0f} ms"
        for engine, found in runs.items()
        for run in found
        for shape in run.shapes
    ]
    return "; ".join(said)


def _panel(title: str, runs: Sequence[Run], left: int) -> Iterator[str]:
    yield f'<text class="title" x="{left}" y="24">{title}</text>'
    yield f'<text x="{left}" y="42">median of an answer, by number of services</text>'
    for value, label in TICKS.items():
        yield f'<path class="grid" d="M{left} {_y(value):.0f}h{PLOT}"/>'
        if left == LEFT:
            yield f'<text x="{left - 8}" y="{_y(value) + 4:.0f}" text-anchor="end">{label}</text>'
    for value, label in SIZES.items():
        anchor = {1_000: "start", 10_000: "middle", 100_000: "end"}[value]
        yield f'<text x="{_x(value, left):.0f}" y="{BOTTOM + 20}" text-anchor="{anchor}">{label}</text>'
    lines = sorted(_lines(runs), key=lambda line: _y(line.points[-1][1]))
    heights = _apart([_y(line.points[-1][1]) for line in lines])
    for line, height in zip(lines, heights, strict=True):
        yield from _drawn(line, height, left)


def _lines(runs: Sequence[Run]) -> Iterator[Line]:
    for number, (key, label) in enumerate(SHORT.items()):
        found = [(run.services, shape) for run in runs if (shape := run.shape(key))]
        if found:
            yield Line(label, f"ours c{number}", [(services, shape.by["ours"].p50) for services, shape in found])
        rival = [(services, shape.by["wagtail"].p50) for services, shape in found if "wagtail" in shape.by]
        if rival and key == "frequent":
            yield Line("Wagtail, frequent word", "wagtail", rival)


def _drawn(line: Line, height: float, left: int) -> Iterator[str]:
    points = [(_x(services, left), _y(milliseconds)) for services, milliseconds in line.points]
    path = "L".join(f"{x:.0f} {y:.1f}" for x, y in points)
    yield f'<path class="{line.style}" d="M{path}"/>'
    yield from (f'<circle class="{line.style}" cx="{x:.0f}" cy="{y:.1f}" r="2"/>' for x, y in points)
    x, y = points[-1]
    yield f'<path class="leader" d="M{x + 2:.0f} {y:.1f}L{left + PLOT + 14} {height:.1f}"/>'
    yield f'<text x="{left + PLOT + 17}" y="{height + 4:.1f}">{line.label}</text>'


def _apart(heights: list[float]) -> list[float]:
    """As near to where they belong as can be read."""
    found = list(heights)
    for _pass in range(200):
        for one, other in pairwise(range(len(found))):
            if (overlap := LINE - (found[other] - found[one])) > 0:
                found[one] -= overlap / 2
                found[other] += overlap / 2
    return found


def _x(services: float, left: int) -> float:
    return left + PLOT * (log10(services) - 3) / 2


def _y(milliseconds: float) -> float:
    highest = log10(max(TICKS))
    return BOTTOM - (BOTTOM - TOP) * max(log10(milliseconds), 0) / highest


if __name__ == "__main__":
    main()
