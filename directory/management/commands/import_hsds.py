from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from directory.hsds.importer import Import, open_source
from directory.hsds.problems import Report
from directory.hsds.source_rows import Unreadable
from directory.hsds.telling import Telling


class Command(BaseCommand):
    help = (
        "Bring in listings in the Human Services Data Specification 3.0 or 3.1: a Tabular Data Package (folder or zip),"
        " CSV files, JSON, JSON lines, or any of them gzipped. Nothing is deleted; a second run changes nothing."
        " The exit status is 1 only when nothing at all could be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, help="A file or folder.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen and change nothing.")
        parser.add_argument("--problems", type=Path, help="Also write every problem to this CSV file.")

    def handle(self, *args: Any, **options: Any) -> None:
        report = Report()
        telling = Telling(self.stdout, self.stderr)
        try:
            source = open_source(options["source"], report)
            with telling.progress(source) as progress:
                Import(source, report, dry_run=options["dry_run"], progress=progress).run()
        except Unreadable as reason:
            raise CommandError(str(reason)) from None
        telling.report(report, problems=options["problems"], dry_run=options["dry_run"])
        if not report.read_anything:
            raise CommandError("\n".join(str(problem) for problem in report.problems[-3:]))
