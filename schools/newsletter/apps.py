from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsletterConfig(AppConfig):
    name = "schools.newsletter"
    label = "newsletter"
    verbose_name = _("Newsletter")

    def ready(self) -> None:
        from core.timed import register_step
        from schools.newsletter.documents import register_documents
        from schools.newsletter.sending import go_on_with_all
        from schools.newsletter.subscribing import forget_unconfirmed
        from schools.office import register_coordinators_rights

        register_documents()
        register_step("go on sending newsletters", go_on_with_all)
        register_step("forget addresses that were not confirmed", forget_unconfirmed)
        register_coordinators_rights((("newsletter", "add_sending"),))
