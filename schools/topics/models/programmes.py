from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks import body_field
from core.models import FactsPage, InLanguagesField
from core.panels import FactRows, FactsPageForm, group, row, words
from schools.models.school_page import PLAIN_TEXT
from schools.topics.models.links import quick_links_field
from schools.topics.models.tags import Tagged, owning_facts, tag_panels


class ProgrammePage(Tagged, FactsPage):
    """Something the district does for families under a name of its own."""

    contact_name = models.CharField(_("who answers"), max_length=120, blank=True)
    contact_role = InLanguagesField(_("their role"), blank=True, max_length=120)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    at_every_school = models.BooleanField(_("at every school"), default=False)
    schools = ParentalManyToManyField(
        "schools.SchoolPage",
        blank=True,
        related_name="+",
        limit_choices_to=owning_facts,
        verbose_name=_("schools"),
        help_text=_("Not needed if it is at every school."),
    )

    body = body_field()
    for_whom = RichTextField(_("who it is for"), blank=True, features=PLAIN_TEXT)
    how_to_join = RichTextField(_("how to take part"), blank=True, features=PLAIN_TEXT)
    quick_links = quick_links_field()

    word_names = ("body", "for_whom", "how_to_join", "quick_links")
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList(
                [
                    group(_("Who answers"), "contact_name", "contact_role", row("phone", "email")),
                    FactRows("partners", heading=_("Together with")),
                    group(
                        _("Schools"),
                        "at_every_school",
                        FieldPanel("schools", widget=forms.CheckboxSelectMultiple),
                    ),
                    group(_("Tags"), *tag_panels()),
                ],
                heading=_("Facts, the same in every language"),
            ),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "schools/topics/programme_page.html"
    parent_page_types = ["topics.TopicIndexPage", "home.HomePage", "schools.SchoolPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programs")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.programmes.programme_context")(self))
        return context


class Partner(Orderable):
    """Who does a programme together with the district."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("name"), max_length=160)
    website = models.URLField(_("website"), max_length=300, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return self.name
