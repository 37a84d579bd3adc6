from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from directory.hsds.selection import Selection
from directory.hsds.write_json import write_json, write_lines
from directory.hsds.write_tabular import write_tabular

WRITERS = {"tabular": write_tabular, "json": write_json, "ndjson": write_lines}


class Command(BaseCommand):
    help = (
        "Write the directory in the Human Services Data Specification 3.1: everything but drafts, so that an import"
        " gives the same directory again. With --public, without what families may not see."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("target", type=Path, help="A folder, or a file .zip, .json, .ndjson, each also with .gz.")
        parser.add_argument("--format", choices=sorted(WRITERS), help="When the name of the target does not say it.")
        parser.add_argument("--drafts", action="store_true", help="Also what is not published, marked as draft.")
        parser.add_argument(
            "--public",
            action="store_true",
            help="For strangers: no records that are not to be listed, no private addresses, no internal columns.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path = options["target"]
        write = WRITERS[options["format"] or format_of(target)]
        selection = Selection(drafts=options["drafts"], public=options["public"])
        count = write(target, selection, self._tell if options["verbosity"] > 1 else lambda _name: None)
        self.stdout.write(_("%(count)s rows written to %(target)s.") % {"count": count, "target": target})

    def _tell(self, name: str) -> None:
        self.stdout.write(name)


def format_of(target: Path) -> str:
    """What the name of the target asks for; a folder or a zip is a package of tables."""
    suffix = Path(target.name.removesuffix(".gz")).suffix
    return {".json": "json", ".ndjson": "ndjson", ".jsonl": "ndjson"}.get(suffix, "tabular")
