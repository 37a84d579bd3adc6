from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchoolsConfig(AppConfig):
    name = "schools"
    verbose_name = _("Schools")

    def ready(self) -> None:
        # Checks and receivers register themselves when the registry is ready.
        from schools import checks, documents, following, people_found, places  # noqa: F401
        from schools.public.reaching import reach_of_schools
        from schools.reaching import register_reach
        from search import registry

        documents.register_documents()
        register_reach(documents.KIND, reach_of_schools)
        registry.register_places(places.find_school)
