from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks import body_field
from core.models import FactsPage, InLanguagesField, SitePage
from core.panels import FactRows, FactsPageForm, words


class ValueIndexPage(SitePage):
    """What the office stands for: the values below it, in the order of the tree."""

    body = body_field()

    content_panels = [*SitePage.content_panels, FieldPanel("body")]
    template = "schools/topics/value_index_page.html"
    parent_page_types = ["topics.TopicIndexPage", "home.HomePage"]
    subpage_types = ["topics.ValuePage"]

    class Meta:
        verbose_name = _("our values")
        verbose_name_plural = _("lists of values")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.values.value_index_context")(self))
        return context


class ValuePage(FactsPage):
    """One value in plain words: what families can expect because of it."""

    body = body_field()

    word_names = ("body",)
    base_form_class = FactsPageForm
    content_panels = [*FactsPage.content_panels, words(*word_names)]
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "schools/topics/value_page.html"
    parent_page_types = ["topics.ValueIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("value")
        verbose_name_plural = _("values")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.values.tag_context")(self))
        return context


class PillarPage(FactsPage):
    """One of the pillars a Community School stands on, and the schools that work on it."""

    body = body_field()

    word_names = ("body",)
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList(
                [FactRows("at_schools", heading=_("Schools that work on this pillar"))],
                heading=_("Facts, the same in every language"),
            ),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "schools/topics/pillar_page.html"
    parent_page_types = ["topics.TopicHubPage", "topics.TopicIndexPage", "home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("pillar")
        verbose_name_plural = _("pillars")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.values.pillar_context")(self))
        return context


class PillarAtSchool(Orderable):
    """A pillar a school works on, and what one can see of it there."""

    pillar = ParentalKey(PillarPage, on_delete=models.CASCADE, related_name="at_schools")
    school = models.ForeignKey(
        "schools.SchoolPage",
        on_delete=models.CASCADE,
        related_name="pillars",
        verbose_name=_("school"),
    )
    what = InLanguagesField(
        _("what one can see of it"), blank=True, max_length=240, help_text=_("For example: a nurse on Tuesdays.")
    )

    panels = [FieldPanel("school"), FieldPanel("what")]

    class Meta(Orderable.Meta):
        verbose_name = _("school")
        verbose_name_plural = _("schools")
        constraints = [models.UniqueConstraint(fields=["pillar", "school"], name="pillar_once_at_a_school")]

    def __str__(self) -> str:
        return f"{self.pillar}, {self.school}"

    def clean(self) -> None:
        super().clean()
        if self.school_id:
            self.school = self.school.facts
