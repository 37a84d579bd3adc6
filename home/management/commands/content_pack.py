from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from home.pack.writing import write


class Command(BaseCommand):
    help = "Write everything another district may copy, and nothing about people, to FILE.zip."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--force", action="store_true", help="write over a file that is there")

    def handle(self, *args: Any, file: Path, force: bool, **options: Any) -> None:
        if file.exists() and not force:
            raise CommandError(_("%(name)s is there already; --force writes over it.") % {"name": file})
        if not file.parent.is_dir():
            raise CommandError(_("There is no folder %(name)s.") % {"name": file.parent})
        self.stdout.write(f"{write(file)} pages written to {file}")
