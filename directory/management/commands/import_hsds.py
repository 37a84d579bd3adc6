from typing import Any

from directory.hsds.command import ImportCommand
from directory.hsds.importer import open_source
from directory.hsds.problems import Report
from directory.hsds.source_rows import Source


class Command(ImportCommand):
    help = (
        "Bring in listings in the Human Services Data Specification 3.0 or 3.1: a Tabular Data Package (folder or zip),"
        " CSV files, JSON, JSON lines, or any of them gzipped. Nothing is deleted; a second run changes nothing."
        " The exit status is 1 only when nothing at all could be read."
    )

    def open(self, options: dict[str, Any], report: Report) -> Source:
        return open_source(options["source"], report)
