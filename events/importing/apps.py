from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    name = "events.importing"
    label = "event_imports"
    verbose_name = _("Calendars of partners")

    def ready(self) -> None:
        from core.timed import register_step
        from events.importing.reading import read_all_due
        from schools.office import register_coordinators_rights

        register_step("read the calendars of partners", read_all_due)
        actions = ("add", "change", "delete", "view")
        register_coordinators_rights(tuple(("event_imports", f"{action}_partnercalendar") for action in actions))
