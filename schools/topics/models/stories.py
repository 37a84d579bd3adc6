from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from core.alternates import set_alternates
from core.blocks import body_field
from core.models import FactsPage, SitePage
from core.models.pages import FactsPageManager
from core.panels import FactsPageForm, group, row, words
from schools.calendar import today
from schools.models import SchoolPage
from schools.topics.models.tags import Tagged, tag_panels
from schools.topics.querysets import StoryQuerySet


class StoryIndexPage(RoutablePageMixin, SitePage):
    """The news of the district, or of the school whose page it stands below."""

    template = "schools/topics/story_index_page.html"
    parent_page_types = ["home.HomePage", "schools.SchoolPage"]
    subpage_types = ["topics.StoryPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("lists of news")

    @property
    def school(self) -> SchoolPage | None:
        parent = self.get_parent().specific
        return parent if isinstance(parent, SchoolPage) else None

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # The mixin answers without asking the page, which says there where its translations are.
        set_alternates(request, self.alternate_paths())
        return super().serve(request, *args, **kwargs)

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        return import_string("schools.topics.public.feeds.stories_feed")(request, index=self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.stories.index_context")(self, request))
        return context


class StoryPage(Tagged, FactsPage):
    """Something that happened, told to families."""

    told_on = models.DateField(_("date"), default=today)
    picture = models.ForeignKey(
        "core.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Its credit is shown below it. Are there people in it? Then ask them, or their parents, first."),
    )
    people_agreed_on = models.DateField(
        _("the people in it agreed on"), null=True, blank=True, help_text=_("Empty if nobody can be recognized.")
    )
    people_agreed_until = models.DateField(
        _("agreement ends on"), null=True, blank=True, help_text=_("After this day the picture is not shown any more.")
    )

    body = body_field()
    picture_says = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("In the language of this page, for people who do not see it."),
    )

    word_names = ("body", "picture_says")
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList(
                [
                    FieldPanel("told_on"),
                    group(_("Picture"), "picture", row("people_agreed_on", "people_agreed_until")),
                    group(_("Tags"), *tag_panels()),
                ],
                heading=_("Facts, the same in every language"),
            ),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "schools/topics/story_page.html"
    parent_page_types = ["topics.StoryIndexPage"]
    subpage_types: list[str] = []

    objects = FactsPageManager.from_queryset(StoryQuerySet)()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def clean(self) -> None:
        super().clean()
        if self.facts.picture_id and not self.picture_says:
            raise ValidationError({"picture_says": _("Say what the picture shows, in the language of this page.")})
        if bool(self.people_agreed_on) != bool(self.people_agreed_until):
            raise ValidationError({"people_agreed_until": _("Give the day of the agreement and its end, or neither.")})

    def picture_on(self, day: date) -> object | None:
        """The picture, as long as the people in it agree."""
        if self.people_agreed_on is None or self.people_agreed_until is None:
            return self.picture
        return self.picture if self.people_agreed_on <= day <= self.people_agreed_until else None

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.stories.story_context")(self))
        return context
