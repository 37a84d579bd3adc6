from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AskingConfig(AppConfig):
    name = "schools.asking"
    label = "asking"
    verbose_name = _("Requests for help")

    def ready(self) -> None:
        from core.accounts.doors import register_door
        from core.timed import register_step
        from schools.appointing import appointment_ended
        from schools.asking import retention, rights, routing
        from schools.asking.awaiting import lines_of
        from schools.awaiting import register_lines

        register_lines(lines_of)
        register_door("desk", _("Requests for help"), rights.is_at_the_desk, order=10)
        appointment_ended.connect(routing.when_an_appointment_ended, dispatch_uid="asking.reassign")
        register_step("hand on requests whose ambassador has left", routing.reassign_left_behind)
        register_step("forget who asked for help long ago", retention.purge)
