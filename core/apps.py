from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("House")

    def ready(self) -> None:
        from core import checks, signals, timed  # noqa: F401  some register themselves when the registry is ready
        from core.forms.once import forget_old_keys
        from core.locales import ensure_locales
        from core.mail.retention import empty_old_mails
        from core.mail.sending import send_due

        timed.register_step("send the mail that waits", send_due)
        timed.register_step("empty mail that has gone", empty_old_mails)
        timed.register_step("forget which forms were sent", forget_old_keys)
        post_migrate.connect(ensure_locales, sender=self, dispatch_uid="core.locales")
