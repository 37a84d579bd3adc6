from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from search import indexer
from search.drift import Drift
from search.engines import choice
from search.engines.elastic.server import NotAnswering


class Command(BaseCommand):
    help = "Make the search index anew, or compare it with what is public."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", choices=["rebuild", "check", "drift"], help="drift is another word for check")

    def handle(self, *args: Any, act: str, **options: Any) -> None:
        try:
            with Bars(quiet=options["verbosity"] == 0) as bars:
                if act == "rebuild":
                    self._rebuild(bars)
                else:
                    drift = indexer.check(bars.show)
        except NotAnswering as error:
            raise CommandError(
                f"Elasticsearch does not answer: {error}. The tables of the database are unharmed."
            ) from error
        if act != "rebuild":
            self._report(drift)

    def _rebuild(self, bars: "Bars") -> None:
        changed = indexer.fill_copy(bars.show) if choice.has_copy() else indexer.rebuild(bars.show)
        self.stdout.write(f"Search index: {changed} documents written or removed.")
        if choice.has_copy():
            self.stdout.write("Elasticsearch: filled anew; readers find in the new index.")

    def _report(self, drift: dict[str, Drift]) -> None:
        for kind, found in drift.items():
            self.stdout.write(
                f"{kind}: {len(found.missing)} missing, {len(found.outdated)} outdated, {len(found.surplus)} surplus"
            )
        if any(drift.values()):
            self.stderr.write("The index has drifted. `manage.py search rebuild` repairs it.")
            raise SystemExit(1)
        self.stdout.write("The index is true.")


class Bars:
    """One progress bar per kind of document, on a terminal only."""

    def __init__(self, *, quiet: bool) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        console = Console(stderr=True)
        self._progress = Progress(*columns, console=console, disable=quiet or not console.is_terminal)
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> "Bars":
        self._progress.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._progress.stop()

    def show(self, kind: str, done: int, total: int) -> None:
        if kind not in self._tasks:
            self._tasks[kind] = self._progress.add_task(kind, total=total)
        self._progress.update(self._tasks[kind], completed=done, total=total)
