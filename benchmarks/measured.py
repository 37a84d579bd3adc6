"""The three tables of `pages.py`, row by row as they are measured."""

from collections.abc import Iterable

from benchmarks.addresses import SAME_SIZE, WAGTAIL, paths, rivals
from benchmarks.filling import fill, index_for_rival
from benchmarks.server import gunicorn
from benchmarks.visitors import visit
from benchmarks.weights import Weight, weigh


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


def show_visits(languages: Iterable[str], *, warm_up: int, seconds: int, rival: bool) -> None:
    visited = [(f"{kind} {language}", its) for language in languages for kind, its in _kinds(language, rival).items()]
    with gunicorn() as origin:
        for name, addresses in visited:
            visit(origin, addresses, warm_up)
            it = visit(origin, addresses, seconds)
            print(
                f"| {name} | {it.per_second:.0f} | {it.median:.0f} | {it.p95:.0f} | {it.p99:.0f} | {it.failed} |",
                flush=True,
            )


def _kinds(language: str, rival: bool) -> dict[str, list[str]]:
    pages = paths(language)
    compared = rivals(language, size=weigh(pages["service"]).raw)
    return {**pages, SAME_SIZE: compared[SAME_SIZE], **({WAGTAIL: compared[WAGTAIL]} if rival else {})}
