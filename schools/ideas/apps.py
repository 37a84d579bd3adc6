from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IdeasConfig(AppConfig):
    name = "schools.ideas"
    label = "ideas"
    verbose_name = _("Ideas and concerns")

    def ready(self) -> None:
        from core.timed import register_step
        from schools.awaiting import register_lines
        from schools.ideas.at_schools import register_section_at_schools
        from schools.ideas.awaiting import lines_of
        from schools.ideas.keeping import forget_what_is_over
        from schools.office import register_coordinators_rights

        register_lines(lines_of)
        register_section_at_schools()
        register_step("forget who had an idea", forget_what_is_over)
        register_coordinators_rights(
            (
                ("ideas", "change_idea"),
                *(("ideas", f"{action}_heard") for action in ("add", "change", "delete", "view")),
            )
        )
