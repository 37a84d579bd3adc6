"""What the search adds to the admin: the words families use, promoted answers, and a box to try questions."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from search.log import hooks as report
from search.thesaurus.trying import try_question
from search.thesaurus.viewsets import SearchGroup, TryMenuItem

__all__ = ["report"]

register_snippet(SearchGroup)


@hooks.register("register_admin_urls")
def search_urls() -> list[URLPattern]:
    return [path("search-words/try/", try_question, name="search_try")]


@hooks.register("register_search_menu_item")
def try_item() -> MenuItem:
    return TryMenuItem(_("Try a question"), reverse("search_try"), name="search-try", icon_name="help", order=5)
