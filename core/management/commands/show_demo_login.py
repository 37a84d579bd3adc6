from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.this_machine import AMBASSADOR, PARTNER, login_of_this_machine, other_of_this_machine


class Command(BaseCommand):
    help = "Print the addresses of the demo and the staff login made for this machine."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default="http://localhost:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("This login is for demos only. In production use: manage.py createsuperuser")
        address, office = options["address"], login_of_this_machine()
        lines = [f"  {name + ':':<9}{address}/{code}/" for code, name in settings.LANGUAGES]
        lines += [f"  {'Staff:':<9}{address}/admin/", f"  {'':<9}name {office.username}, password {office.password}"]
        for door, path, username in (("Desk:", "desk", AMBASSADOR), ("Partner:", "partners", PARTNER)):
            if login := other_of_this_machine(username):
                lines += [f"  {door:<9}{address}/en/{path}/", f"  {'':<9}name {login.username}, the same password"]
        self.stdout.write(
            "\n".join(["", "Ventanilla", *lines, "", "Stop it with Ctrl+C. What you change is kept.", ""])
        )
