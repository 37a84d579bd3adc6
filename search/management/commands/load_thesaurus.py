from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from search.thesaurus.loading import Loaded, load
from search.thesaurus.shipped import DATA, Unreadable


class Command(BaseCommand):
    help = "Load the words families use, and the promoted answers. Safe to run again: what the office edited stays."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("data", nargs="?", type=Path, default=DATA, help="A folder like the one shipped.")
        parser.add_argument(
            "--replace", action="store_true", help="Take the shipped ones back, over the office's edits."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            concepts, answers = load(options["data"], replace=options["replace"])
        except Unreadable as error:
            raise CommandError(str(error)) from error
        self._report(_("Concepts"), concepts)
        self._report(_("Promoted answers"), answers)

    def _report(self, name: str, loaded: Loaded) -> None:
        counts = {part: len(codes) for part, codes in vars(loaded).items()}
        counted = _(
            "%(added)s added, %(updated)s updated, %(removed)s removed, %(kept)s kept as the office edited them"
        )
        self.stdout.write(f"{name}: {counted % counts}.")
        if loaded.kept:
            self.stdout.write(f"  {', '.join(loaded.kept)}")
