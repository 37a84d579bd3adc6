from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterpretingConfig(AppConfig):
    name = "schools.interpreting"
    label = "interpreting"
    verbose_name = _("Interpreters")

    def ready(self) -> None:
        from core.timed import register_step
        from schools.awaiting import register_lines
        from schools.interpreting.at_schools import register_section_at_schools
        from schools.interpreting.awaiting import lines_of
        from schools.interpreting.keeping import forget_what_is_over
        from schools.office import register_coordinators_rights

        register_lines(lines_of)
        register_section_at_schools()
        register_step("forget who asked for an interpreter", forget_what_is_over)
        register_coordinators_rights((("interpreting", "change_interpreterrequest"),))
