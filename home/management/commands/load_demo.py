from typing import Any

from django.core.management.base import BaseCommand

from directory.demo import load_listings, load_questions, load_tags
from directory.office import ensure_groups_and_workflow
from directory.public.opening import today
from directory.taxonomy import load as load_needs
from events.demo import load_events
from events.drives.demo import load_drives
from home.demo import load_front
from home.tree import ensure_tree
from partners.demo import load_partners
from schools.asking.demo import load_requests
from schools.councils.demo import load_councils
from schools.demo import load_schools
from schools.ideas.demo import load_ideas
from schools.interpreting.demo import load_interpreter_requests
from schools.newsletter.demo import load_newsletter
from schools.room.demo import load_room
from schools.topics.demo import load_topics
from search.indexer import rebuild
from search.thesaurus.loading import load as load_thesaurus


class Command(BaseCommand):
    help = "Load the invented demo district. Safe to run again: it adds what is missing and changes nothing else."

    def handle(self, *args: Any, **options: Any) -> None:
        day = today()
        rooms = ensure_tree()
        ensure_groups_and_workflow()
        load_needs()
        load_thesaurus()
        schools = load_schools({language: its.schools for language, its in rooms.items()}, day)
        load_room(day)
        added = load_listings(day)
        load_requests(schools, day)
        load_topics({language: its.home for language, its in rooms.items()}, schools, day)
        load_councils({language: its.home for language, its in rooms.items()}, schools, day)
        load_events({language: its.events for language, its in rooms.items()}, schools, day)
        load_drives({language: its.home for language, its in rooms.items()}, schools, day)
        load_interpreter_requests(schools, day)
        load_ideas(schools, day)
        load_newsletter({language: its.home for language, its in rooms.items()}, day)
        load_front(rooms, day)
        load_partners(day)
        load_questions(day)
        if added:
            load_tags()
            rebuild()
        self.stdout.write(f"{added} organizations added.")
