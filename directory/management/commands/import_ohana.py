from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from directory.hsds.command import ImportCommand
from directory.hsds.files import files_of
from directory.hsds.problems import Report
from directory.hsds.source_rows import Source
from directory.ohana.rows import OhanaSource
from directory.ohana.tables import Tables


class Command(ImportCommand):
    help = (
        "Bring in a directory in the older Ohana tables (organizations.csv, locations.csv, services.csv …). Nothing is"
        " deleted; a second run changes nothing. The exit status is 1 only when nothing at all could be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--namespace", default="ohana", help="A word of your own for each source: two may both have a row 1."
        )

    def open(self, options: dict[str, Any], report: Report) -> Source:
        tables = Tables(files_of(options["source"]), report, options["namespace"])
        return OhanaSource(tables, report, timezone.localdate())
