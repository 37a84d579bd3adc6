from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AttendingConfig(AppConfig):
    name = "events.attending"
    label = "attending"
    verbose_name = _("The day of the event")

    def ready(self) -> None:
        from core.accounts.doors import register_door
        from core.timed import register_step
        from events.attending import hours, retention, rights
        from schools.office import register_coordinators_rights

        register_coordinators_rights((("signups", "run_all"),))
        register_door("event_desk", _("Events and volunteers"), rights.has_events, order=15)
        register_step("end shifts that nobody left", hours.end_forgotten)
        register_step("forget volunteers of long ago", retention.forget_volunteers)
