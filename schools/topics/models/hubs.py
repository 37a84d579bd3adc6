from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.search import index

from core.blocks import body_field
from core.models import FactsPage, SitePage
from core.panels import FactRows, FactsPageForm, words
from schools.topics.models.links import grade_bands_field, papers_field, quick_links_field, searches_field
from schools.topics.models.tags import owning_facts


class TopicIndexPage(SitePage):
    """One room for what families ask about besides help: topics, programmes, values, people."""

    template = "schools/topics/topic_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "topics.TopicHubPage",
        "topics.ProgrammePage",
        "topics.ValueIndexPage",
        "topics.PillarPage",
        "topics.ProgressPage",
        "topics.CrisisPage",
        "topics.OfficePeoplePage",
    ]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of topics and programs")
        verbose_name_plural = _("lists of topics and programs")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.hubs.index_context")(self))
        return context


class TopicHubPage(FactsPage):
    """Everything about one topic in plain words: the steps, the help, the programmes, the papers."""

    shows_crisis_lines = models.BooleanField(
        _("show the crisis lines"),
        default=False,
        help_text=_("911, 988 and the line against violence at home, above everything else."),
    )
    programmes = ParentalManyToManyField(
        "topics.ProgrammePage",
        blank=True,
        related_name="+",
        limit_choices_to=owning_facts,
        verbose_name=_("programs"),
    )

    body = body_field()
    grade_bands = grade_bands_field()
    searches = searches_field()
    papers = papers_field()
    quick_links = quick_links_field()

    word_names = ("body", "grade_bands", "searches", "papers", "quick_links")
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList(
                [
                    FieldPanel("shows_crisis_lines"),
                    FieldPanel("programmes", widget=forms.CheckboxSelectMultiple),
                    FactRows("library", heading=_("Papers in two languages"), label=_("paper")),
                ],
                heading=_("Facts, the same in every language"),
            ),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "schools/topics/topic_hub_page.html"
    parent_page_types = ["topics.TopicIndexPage", "home.HomePage"]
    subpage_types = ["topics.PillarPage"]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.hubs.hub_context")(self))
        return context
