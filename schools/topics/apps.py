from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TopicsConfig(AppConfig):
    name = "schools.topics"
    label = "topics"
    verbose_name = _("Programs, values and news")

    def ready(self) -> None:
        from schools.topics import at_schools, documents, tagged

        at_schools.register_sections_at_schools()
        documents.register_documents()
        tagged.register_tagged_pages()
