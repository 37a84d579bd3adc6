"""What was measured, as the tables of the README."""

from collections.abc import Iterator

from benchmarks.search.measured import Measured, Run

HEAD = (
    "| question | ours p50 ms | p95 | a second | bare p50 ms | p95 | a second | ours ÷ bare "
    "| Wagtail p50 ms | Wagtail ÷ ours |\n|---|---|---|---|---|---|---|---|---|---|"
)


def title(run: Run) -> str:
    rival = f", Wagtail with {run.wagtail_rows:,}" if run.wagtail_rows else ""
    sizes = f"{run.services:,} services ({run.documents:,} documents{rival})"
    return f"{run.engine}, {sizes}; {run.machine}, {run.load_after:.1f} after"


def lines(run: Run) -> Iterator[str]:
    yield f"{title(run)}\n\n{HEAD}"
    yield from map(row, run.shapes)


def row(it: Measured) -> str:
    cells = [it.name]
    for name in ("ours", "bare"):
        figures = it.by[name]
        cells += [_number(figures.p50), _number(figures.p95), _number(figures.per_second)]
    cells.append(f"{it.over_bare:.2f}")
    other = it.by.get("wagtail")
    cells += [_number(other.p50 if other else None), _number(it.under_wagtail)]
    return f"| {' | '.join(cells)} |"


def _number(value: float | None) -> str:
    """Three digits say all there is to say."""
    if value is None:
        return "–"
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"
