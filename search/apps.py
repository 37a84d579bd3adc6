from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from core.health import register_comfort
        from core.timed import register_step
        from search import copy, stamps
        from search.engines.postgres import never_compile
        from search.log.forgetting import forget_words
        from search.nightly import catch_up, refresh
        from search.upkeep import follow_languages

        register_step("compare and mend the search index once a day", refresh)
        register_step("tell Elasticsearch what it has missed", catch_up)
        register_step("forget what was searched for a month ago", forget_words)
        register_comfort("search", copy.is_well)
        post_migrate.connect(follow_languages, sender=self, dispatch_uid="search.languages")
        connection_created.connect(never_compile, dispatch_uid="search.never_compile")
        stamps.follow_thesaurus()
