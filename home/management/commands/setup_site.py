from typing import Any

from django.core.management.base import BaseCommand

from directory.office import ensure_groups_and_workflow
from directory.taxonomy import load
from home.tree import ensure_tree, follow_source_tree
from search.thesaurus.loading import load as load_thesaurus


class Command(BaseCommand):
    help = "Make the pages and needs an empty installation begins with, in every language. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        rooms = ensure_tree()
        follow_source_tree()
        ensure_groups_and_workflow()
        needs = load()
        concepts, _answers = load_thesaurus()
        for its in rooms.values():
            self.stdout.write(f"{its.home.full_url}")
        self.stdout.write(f"{len(needs.created)} needs added, {needs.kept} kept.")
        self.stdout.write(f"{len(concepts.changed)} concepts added or updated, {len(concepts.kept)} kept.")
