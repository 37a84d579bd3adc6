from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilsConfig(AppConfig):
    name = "schools.councils"
    label = "councils"
    verbose_name = _("Councils and meetings")

    def ready(self) -> None:
        from core.timed import register_step
        from schools.awaiting import register_lines
        from schools.councils import care, documents, posting, sections
        from schools.councils.awaiting import lines_of
        from schools.councils.joining import purge
        from schools.councils.public.reaching import reach_of_councils, reach_of_meetings
        from schools.reaching import register_reach

        register_lines(lines_of)
        care.register_care()
        documents.register_documents()
        posting.watch_agendas()
        sections.register_sections()
        register_reach("council", reach_of_councils)
        register_reach("meeting", reach_of_meetings)
        register_step("forget who wanted to join a council", purge)
