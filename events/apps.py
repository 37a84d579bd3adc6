from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        from core.timed import register_step
        from events import documents, following
        from events.making_dates import make_all_dates

        documents.register_documents()
        following.watch_events()
        register_step("make the dates of what repeats", make_all_dates)
