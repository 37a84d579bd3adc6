from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from core.timed import register_step
        from search.nightly import refresh
        from search.thesaurus import stamp
        from search.upkeep import follow_languages

        register_step("compare and mend the search index once a day", refresh)
        post_migrate.connect(follow_languages, sender=self, dispatch_uid="search.languages")
        stamp.follow()
