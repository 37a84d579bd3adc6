from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from directory.taxonomy import OPEN_ELIGIBILITY, load


class Command(BaseCommand):
    help = "Load the needs (Open Eligibility) in both languages. Safe to run twice: the office's own words stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "path", nargs="?", type=Path, default=OPEN_ELIGIBILITY, help="A table like the one shipped."
        )
        parser.add_argument("--reset", action="store_true", help="Put the table's words over what the office changed.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["path"].is_file():
            raise CommandError(_("There is no file %(path)s.") % {"path": options["path"]})
        loaded = load(options["path"], reset=options["reset"])
        self.stdout.write(
            _("Needs: %(created)s rows added, %(overwritten)s overwritten, %(kept)s kept as they are.")
            % {"created": len(loaded.created), "overwritten": len(loaded.overwritten), "kept": loaded.kept}
        )
