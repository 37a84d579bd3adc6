from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PairsConfig(AppConfig):
    name = "schools.pairs"
    label = "pairs"
    verbose_name = _("Documents in two languages")

    def ready(self) -> None:
        from core.timed import register_step
        from schools.awaiting import register_lines
        from schools.pairs import leaving  # noqa: F401  its receiver registers itself when the registry is ready
        from schools.pairs.awaiting import lines_of
        from schools.pairs.reminding import remind_of_promises

        register_lines(lines_of)
        register_step("remind staff of promised documents", remind_of_promises)
