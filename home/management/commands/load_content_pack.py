from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from home.pack.loading import load


class Command(BaseCommand):
    help = "Add what another district wrote: pages as drafts, focus areas and words families use. Safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            loaded = load(file)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.stdout.write(f"{loaded.pages} drafts added, {loaded.left} pages were here already.")
        self.stdout.write(f"{loaded.focus_areas} focus areas and {loaded.concepts} concepts added.")
        for title in loaded.elsewhere:
            self.stdout.write(f"No place for: {title}")
