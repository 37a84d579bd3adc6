from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "directory"
    verbose_name = _("Directory")

    def ready(self) -> None:
        from directory import publishing, signals  # noqa: F401  receivers register themselves when the registry is ready
        from directory.documents import sources
        from directory.public import at_schools, reaching, tagged
        from directory.taxonomy import names_of
        from search import subjects

        sources.register()
        at_schools.register()
        reaching.register()
        tagged.register()
        subjects.register("needs", names_of)
