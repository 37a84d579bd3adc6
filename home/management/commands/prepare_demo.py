from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from core.catalogues import compile_catalogues


class Command(BaseCommand):
    help = "Make the demo ready on this machine, and say where it is and who may sign in. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default="http://localhost:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        compile_catalogues()
        call_command("migrate", verbosity=0)
        call_command("load_demo")
        call_command("show_demo_login", address=options["address"])
