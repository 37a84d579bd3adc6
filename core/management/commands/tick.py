from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.timed import run_steps


class Command(BaseCommand):
    help = "Do what is due: publish what was scheduled, tidy up. Run it every five minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        if failed := run_steps():
            raise CommandError(f"These steps failed, the others were done: {', '.join(failed)}. See the log.")
