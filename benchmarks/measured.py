"""The tables of `pages.py`."""

from collections.abc import Iterable
from statistics import median

from benchmarks.addresses import SAME_SIZE, WAGTAIL, paths, rivals
from benchmarks.filling import fill, index_for_rival
from benchmarks.server import gunicorn
from benchmarks.visitors import Visits, visit
from benchmarks.weights import Weight, weigh

WARM_UP = 2


def show_building(services: int, *, rival: bool) -> None:
    for step, seconds in fill(services).items():
        print(f"{step}: {seconds:.1f} s, {services / seconds:,.0f} services/s", flush=True)
    if rival:
        index_for_rival()


def show_weights(languages: Iterable[str]) -> None:
    for language in languages:
        for kind, visited in paths(language).items():
            print(_weight_row(f"{kind} {language}", weigh(visited)), flush=True)


def _weight_row(name: str, it: Weight) -> str:
    sizes = " | ".join(f"{size / 1000:.1f}" for size in (it.raw, it.html, it.css, it.js))
    return f"| {name} | {it.queries} | {it.milliseconds:.0f} | {sizes} |"


def show_visits(languages: Iterable[str], *, rounds: int, seconds: int, rival: bool) -> None:
    """Every round visits every page once, so that what else the machine does falls on all of them alike."""
    visited = [(f"{kind} {language}", its) for language in languages for kind, its in _kinds(language, rival).items()]
    found: dict[str, list[Visits]] = {name: [] for name, _its in visited}
    with gunicorn() as origin:
        for _name, addresses in visited:
            visit(origin, addresses, WARM_UP)
        for _round in range(rounds):
            for name, addresses in visited:
                found[name].append(visit(origin, addresses, seconds))
    for name, its in found.items():
        print(_visits_row(name, its), flush=True)


def _visits_row(name: str, its: list[Visits]) -> str:
    """The median round with the slowest and the fastest beside it; no waiting time where nobody got an answer."""
    rates = [each.per_second for each in its]
    answered = [each for each in its if each.answers]
    waits = [
        f"{median(getattr(each, wait) for each in answered):.0f}" if answered else "–" for wait in ("median", "p95")
    ]
    spread = f"{median(rates):.1f} ({min(rates):.1f}–{max(rates):.1f})"
    return f"| {name} | {spread} | {' | '.join(waits)} | {sum(i.answers for i in its)} | {sum(i.failed for i in its)} |"


def _kinds(language: str, rival: bool) -> dict[str, list[str]]:
    pages = paths(language)
    compared = rivals(language, size=weigh(pages["service"]).raw)
    return {**pages, SAME_SIZE: compared[SAME_SIZE], **({WAGTAIL: compared[WAGTAIL]} if rival else {})}
