from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from search import indexer


class Command(BaseCommand):
    help = "Make the search index anew, or compare it with what is public."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", choices=["rebuild", "check"])

    def handle(self, *args: Any, act: str, **options: Any) -> None:
        with Bars(quiet=options["verbosity"] == 0) as bars:
            if act == "rebuild":
                changed = indexer.rebuild(bars.show)
            else:
                drift = indexer.check(bars.show)
        if act == "rebuild":
            self.stdout.write(f"Search index: {changed} documents written or removed.")
        else:
            self._report(drift)

    def _report(self, drift: dict[str, indexer.Drift]) -> None:
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
