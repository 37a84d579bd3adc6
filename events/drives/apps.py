from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DrivesConfig(AppConfig):
    name = "events.drives"
    label = "drives"
    verbose_name = _("Needs drives")

    def ready(self) -> None:
        from core.timed import register_step
        from events.drives.awaiting import lines_of
        from events.drives.documents import register_documents
        from events.drives.following import tell_of_changes
        from events.drives.public.reaching import reach_of_drives
        from events.drives.reminding import remind_of_tomorrow
        from events.drives.retention import purge
        from events.drives.sections import register_sections
        from events.drives.standing import watch_items
        from schools.awaiting import register_lines
        from schools.reaching import register_reach

        watch_items()
        register_documents()
        register_sections()
        register_lines(lines_of)
        register_reach("drive", reach_of_drives)
        register_step("tell of a new place or day to bring things", tell_of_changes)
        register_step("remind of the last day to bring things", remind_of_tomorrow)
        register_step("forget who pledged things", purge)
