from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from directory.generate import generate, remove_generated
from directory.generate.remove import generated
from directory.models import Service
from directory.public.opening import today


class Command(BaseCommand):
    help = "Make any number of plausible bilingual listings, for measurement. --reset takes them out again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--services", type=int, required=True, help="How many services; 0 with --reset for none.")
        parser.add_argument("--seed", type=int, default=1, help="The same seed makes the same listings.")
        parser.add_argument("--state", default="CA", help="Where the towns are; two letters.")
        parser.add_argument("--reset", action="store_true", help="First remove the listings made before.")
        parser.add_argument("--no-index", action="store_true", help="Leave the search index as it is.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["reset"]:
            self.stdout.write(f"{remove_generated()} generated listings removed.")
        elif generated(Service).exists():
            raise CommandError("There are generated listings already. Add --reset to remove them first.")
        self._generate(options["services"], options["seed"], options["state"])
        if not options["no_index"]:
            call_command("search", "rebuild")

    def _generate(self, services: int, seed: int, state: str) -> None:
        columns = (TextColumn("{task.description}"), *Progress.get_default_columns()[1:3], MofNCompleteColumn())
        with Progress(*columns, TimeElapsedColumn()) as bar:
            task = bar.add_task("Services", total=services)
            generate(
                services, seed=seed, today=today(), state=state, progress=lambda done: bar.update(task, completed=done)
            )
