"""The promises about speed, held or missed by what is in `measured.json`.

python -m benchmarks.search.rules
"""

from collections.abc import Iterator

from benchmarks.search.measured import FORGETFUL, Run, kept

LARGE, SMALLER = 100_000, 10_000
OVER_BARE = 1.5
UNDER_WAGTAIL = {"sqlite": 20.0, "postgresql": 5.0}
GROWTH = 2.5


def main() -> None:
    for line in rules():
        print(line)


def rules() -> Iterator[str]:
    runs = {(run.engine, run.services): run for run in kept()}
    for (engine, services), run in runs.items():
        if services == LARGE:
            yield from _beside_bare(run)
        if services == LARGE and engine in UNDER_WAGTAIL:
            yield from _beside_wagtail(run, UNDER_WAGTAIL[engine])
    for engine in ("elasticsearch", FORGETFUL):
        large, smaller = (runs.get((engine, size)) for size in (LARGE, SMALLER))
        if large and smaller:
            yield from _growth(smaller, large)


def _beside_bare(run: Run) -> Iterator[str]:
    for shape in run.shapes:
        what = f"{run.engine}, {shape.name}: ours ÷ bare {shape.over_bare:.2f}, at most {OVER_BARE}"
        yield _verdict(shape.over_bare <= OVER_BARE, what)


def _beside_wagtail(run: Run, at_least: float) -> Iterator[str]:
    frequent = run.shape("frequent")
    if frequent and (times := frequent.under_wagtail):
        what = f"{run.engine}, {frequent.name}: Wagtail ÷ ours {times:.0f}, at least {at_least:.0f}"
        yield _verdict(times >= at_least, what)


def _growth(smaller: Run, large: Run) -> Iterator[str]:
    for shape in large.shapes:
        before = smaller.shape(shape.key)
        if before:
            times = shape.by["ours"].p50 / before.by["ours"].p50
            what = f"{large.engine}, {shape.name}: ten times the data cost {times:.2f} times, at most {GROWTH}"
            yield _verdict(times <= GROWTH, what)


def _verdict(held: bool, what: str) -> str:
    return f"{'held' if held else 'MISSED'}  {what}"


if __name__ == "__main__":
    main()
