from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TopicsConfig(AppConfig):
    name = "schools.topics"
    label = "topics"
    verbose_name = _("Programs, values and news")

    def ready(self) -> None:
        from schools.office import register_coordinators_rights
        from schools.reaching import register_reach
        from schools.topics import at_schools, documents, tagged
        from schools.topics.public.reaching import reach_of_programmes

        at_schools.register_sections_at_schools()
        documents.register_documents()
        register_reach("programme", reach_of_programmes)
        tagged.register_tagged_pages()
        actions = ("add", "change", "delete", "view")
        register_coordinators_rights(tuple(("topics", f"{action}_focusarea") for action in actions))
