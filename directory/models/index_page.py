from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from core.models import SitePage


class DirectoryIndexPage(RoutablePageMixin, SitePage):
    """The directory's address in one language; everything below it are records, not pages."""

    policy = RichTextField(
        _("about these listings"),
        blank=True,
        features=["h2", "h3", "bold", "link", "ol", "ul"],
        help_text=_("Who is listed and who is not, how facts are checked, how to have a listing changed."),
    )

    content_panels = [*SitePage.content_panels, FieldPanel("policy")]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("directory")
        verbose_name_plural = _("directories")

    @path("")
    def index(self, request: HttpRequest) -> HttpResponseBase:
        return self._answer("index", request)

    @path("<slug:slug>/", name="record")
    def record(self, request: HttpRequest, slug: str) -> HttpResponseBase:
        return self._answer("record", request, slug=slug)

    @path("<slug:segment>/<slug:slug>/", name="record_of_kind")
    def record_of_kind(self, request: HttpRequest, segment: str, slug: str) -> HttpResponseBase:
        return self._answer("record_of_kind", request, segment=segment, slug=slug)

    def _answer(self, view: str, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        # Named as in a URLconf: models stand below the views that show them.
        return import_string(f"directory.views.{view}")(self, request, **kwargs)
