from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("House")

    def ready(self) -> None:
        from core import checks, signals  # noqa: F401  both register themselves when the registry is ready
        from core.locales import ensure_locales

        post_migrate.connect(ensure_locales, sender=self, dispatch_uid="core.locales")
