"""What an import or export says on the terminal."""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from directory.hsds.problems import Outcome, Problem, Report
from directory.hsds.source_rows import Source

# Of the same remark about the same column of the same file, the screen shows so many; a file can have them all.
SHOWN = 20


class Telling:
    def __init__(self, out: Any, errors: Any):
        self._out = out
        self._errors = errors

    @contextmanager
    def progress(self, source: Source) -> Iterator[Callable[[int], None]]:
        """A bar of the bytes read, where somebody watches."""
        with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as bar:
            task = bar.add_task(_("Reading"), total=source.size)
            yield lambda done: bar.update(task, completed=done)

    def report(self, report: Report, *, problems: Path | None, dry_run: bool) -> None:
        self._problems(report.problems)
        if problems is not None:
            _write(report.problems, problems)
        self._out.write(_table(report))
        if dry_run:
            self._out.write(_("Nothing was changed: this was a dry run."))

    def _problems(self, problems: list[Problem]) -> None:
        told: Counter[tuple[str, str, bool]] = Counter()
        for problem in problems:
            key = (problem.place.file, problem.field, problem.refuses)
            told[key] += 1
            if problem.refuses or told[key] <= SHOWN:
                what = _("Refused") if problem.refuses else _("Remark")
                self._errors.write(f"{what}: {problem}")
        for (file, name, refuses), count in told.items():
            if not refuses and count > SHOWN:
                more = {"file": file, "field": name, "count": count - SHOWN}
                self._errors.write(_("%(file)s: %(field)s: %(count)s more remarks like these.") % more)


def _write(problems: list[Problem], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "line", "pointer", "field", "value", "refused", "problem"])
        for problem in problems:
            refused = "true" if problem.refuses else "false"
            rows.writerow([*problem.place, problem.field, problem.value, refused, problem.sentence])


def _table(report: Report) -> str:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    names = {
        Outcome.CREATED: _("created"),
        Outcome.UPDATED: _("updated"),
        Outcome.UNCHANGED: _("unchanged"),
        Outcome.REFUSED: _("refused"),
    }
    for outcome in Outcome:
        table.add_column(names[outcome], justify="right")
    for kind, counted in report.counts():
        table.add_row(kind, *(str(counted[outcome]) for outcome in Outcome))
    console = Console(width=100, no_color=True)
    with console.capture() as captured:
        console.print(table)
    return captured.get()
