from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        from core.timed import register_step
        from events import documents, following
        from events.making_dates import make_all_dates
        from events.models import EventPage
        from events.public import elsewhere
        from schools.reaching import register_reach
        from schools.sections import register_section
        from schools.topics.tagged import register_tagged

        following.watch_events()  # Before the search hears of it: what is found are dates to come.
        documents.register_documents()
        register_section("events", 30, elsewhere.at_school)
        register_tagged("events", 30, _("Events"), EventPage, elsewhere.tagged)
        register_reach(documents.KIND, elsewhere.reach_of_events)
        register_step("make the dates of what repeats", make_all_dates)
