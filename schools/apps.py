from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchoolsConfig(AppConfig):
    name = "schools"
    verbose_name = _("Schools")

    def ready(self) -> None:
        # Checks and receivers register themselves when the registry is ready.
        from schools import checks, documents, following, places  # noqa: F401
        from search import registry

        documents.register_documents()
        registry.register_places(places.find_school)
