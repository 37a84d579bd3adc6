from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from directory.hsds.files import files_of
from directory.hsds.importer import Import
from directory.hsds.problems import Report
from directory.hsds.source_rows import Unreadable
from directory.hsds.telling import Telling
from directory.ohana.rows import OhanaSource
from directory.ohana.tables import Tables


class Command(BaseCommand):
    help = (
        "Bring in a directory in the older Ohana tables (organizations.csv, locations.csv, services.csv …). Nothing is"
        " deleted; a second run changes nothing. The exit status is 1 only when nothing at all could be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, help="A folder or zip with the tables.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen and change nothing.")
        parser.add_argument("--problems", type=Path, help="Also write every problem to this CSV file.")
        parser.add_argument(
            "--namespace", default="ohana", help="A word of your own for each source: two may both have a row 1."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        report = Report()
        try:
            tables = Tables(files_of(options["source"]), report, options["namespace"])
        except Unreadable as reason:
            raise CommandError(str(reason)) from None
        source = OhanaSource(tables, report, timezone.localdate())
        Import(source, report, dry_run=options["dry_run"]).run()
        Telling(self.stdout, self.stderr).report(report, problems=options["problems"], dry_run=options["dry_run"])
        if not report.read_anything:
            raise CommandError("\n".join(str(problem) for problem in report.problems[-3:]))
