from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models import SitePage


class HomePage(SitePage):
    """The first page of a language: one question, the needs, and what is open now."""

    office_name = models.CharField(
        _("name of the office"),
        max_length=160,
        blank=True,
        help_text=_("In this language, as the foot of every page says it. Empty: as in the settings."),
    )
    office_note = models.TextField(
        _("who answers"), blank=True, help_text=_("For example: “Someone who speaks Spanish answers the phone.”")
    )

    content_panels = [*SitePage.content_panels, FieldPanel("office_name"), FieldPanel("office_note")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "directory.DirectoryIndexPage",
        "schools.SchoolIndexPage",
        "councils.CouncilPage",
        "events.EventIndexPage",
        "drives.DrivePage",
        "home.ArticleIndexPage",
        "home.ArticlePage",
        "topics.TopicIndexPage",
        "topics.StoryIndexPage",
        "topics.TopicHubPage",
        "topics.ProgrammePage",
        "topics.ValueIndexPage",
        "topics.PillarPage",
        "topics.ProgressPage",
        "topics.CrisisPage",
        "topics.OfficePeoplePage",
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        # Named as in a URLconf: models stand below the code that shows them.
        context.update(import_string("home.front.front_page")(self))
        return context
