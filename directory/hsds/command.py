"""What the commands that bring listings in have in common."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from directory.hsds.importer import Import
from directory.hsds.problems import Report
from directory.hsds.source_rows import Source, Unreadable
from directory.hsds.telling import Telling


class ImportCommand(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, help="A file or folder.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen and change nothing.")
        parser.add_argument("--problems", type=Path, help="Also write every problem to this CSV file.")
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("--language", choices=languages, default=settings.LANGUAGE_CODE, help="Of what is told.")

    def open(self, options: dict[str, Any], report: Report) -> Source:
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"]):
            self._import(options)

    def _import(self, options: dict[str, Any]) -> None:
        report = Report()
        telling = Telling(self.stdout, self.stderr)
        try:
            source = self.open(options, report)
            with telling.progress(source) as progress:
                Import(source, report, dry_run=options["dry_run"], progress=progress).run()
        except Unreadable as reason:
            raise CommandError(str(reason)) from None
        telling.report(report, problems=options["problems"], dry_run=options["dry_run"])
        if not report.read_anything:
            raise CommandError("\n".join(str(problem) for problem in report.problems[-3:]))
