from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from directory.panels.shared import words_of_rows
from directory.rights import DirectoryPermissionPolicy
from directory.viewsets.columns import words_columns
from directory.viewsets.listings import FactsViewSet
from directory.viewsets.views import FactsIndexView
from home.models import Alert, ArticlePage
from home.search_counting import count_opening


class AlertIndexView(FactsIndexView):
    default_ordering = "-shown_from"


class AlertViewSet(FactsViewSet):
    """News for every page, for a few days."""

    model = Alert
    index_view_class = AlertIndexView
    icon = "warning"
    menu_label = _("Alerts")
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["text", "shown_from", "shown_until", "live", *words_columns()]
    search_fields = ["text"]
    edit_handler = ObjectList(
        [
            FieldPanel("text"),
            FieldPanel("link"),
            FieldRowPanel([FieldPanel("shown_from"), FieldPanel("shown_until")]),
            words_of_rows(),
        ]
    )


@hooks.register("before_serve_page")
def page_opened(page: Any, request: HttpRequest, serve_args: list[Any], serve_kwargs: dict[str, Any]) -> None:
    """Listings are parts of the directory's page; the page itself is none."""
    if serve_args or isinstance(page, ArticlePage):
        count_opening(request)


register_permission_policy(Alert, DirectoryPermissionPolicy(Alert))
register_snippet(AlertViewSet)
