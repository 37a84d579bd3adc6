from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AttendingConfig(AppConfig):
    name = "events.attending"
    label = "attending"
    verbose_name = _("Day of the event")

    def ready(self) -> None:
        from core.accounts.doors import register_door
        from core.timed import register_step
        from events.attending import assuming, clearances, retention, rights
        from schools.awaiting import register_lines

        register_door("event_desk", _("Events and volunteers"), rights.is_at_the_event_desk, order=20)
        register_lines(clearances.lines_of)
        register_step("assume when volunteers left", assuming.assume)
        register_step("warn of checks that end", clearances.warn)
        register_step("forget who volunteered long ago", retention.purge)
