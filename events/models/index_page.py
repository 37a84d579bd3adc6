from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.alternates import set_alternates
from core.models import SitePage


class EventIndexPage(RoutablePageMixin, SitePage):
    """The calendar of the whole district in one language: its own events and those of every school."""

    template = "events/event_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("calendar of events")
        verbose_name_plural = _("calendars of events")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # The mixin answers without asking the page, which says there where its translations are.
        set_alternates(request, self.alternate_paths())
        return super().serve(request, *args, **kwargs)

    @path("feed/", name="calendar_feed")
    def calendar_feed(self, request: HttpRequest) -> HttpResponseBase:
        # Named as in a URLconf: models stand below the views that show them.
        return import_string("events.views.feeds.calendar_feed")(request, self)

    @path("rss/", name="news_feed")
    def news_feed(self, request: HttpRequest) -> HttpResponseBase:
        return import_string("events.views.feeds.news_feed")(request, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("events.public.calendar.calendar_context")(self, request))
        return context
