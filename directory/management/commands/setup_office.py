from typing import Any

from django.core.management.base import BaseCommand

from core.locales import target_languages
from directory.office import EDITORS, MODERATORS, REVIEW, ensure_groups_and_workflow, translators


class Command(BaseCommand):
    help = "Make the office's groups with their rights, and its review. Safe to run again; takes nothing away."

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_groups_and_workflow()
        groups = [EDITORS, MODERATORS, *(translators(language) for language in target_languages())]
        self.stdout.write(f"Groups: {', '.join(groups)}. Review: {REVIEW}.")
