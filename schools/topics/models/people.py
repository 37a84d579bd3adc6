from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.models import Orderable

from core.blocks import body_field
from core.models import FactsPage, InLanguagesField
from core.panels import FactRows, FactsPageForm, words


class OfficePeoplePage(FactsPage):
    """Who works at the office, for what, and in which languages."""

    body = body_field()

    word_names = ("body",)
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList([FactRows("people", heading=_("People"))], heading=_("Facts, the same in every language")),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    template = "schools/topics/office_people_page.html"
    parent_page_types = ["topics.TopicIndexPage", "home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("people of the office")
        verbose_name_plural = _("people of the office")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.people.people_context")(self, request))
        return context


class OfficePerson(Orderable):
    """Somebody families may ask for, in the order the office chose."""

    page = ParentalKey(OfficePeoplePage, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey("schools.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("person"))
    role = InLanguagesField(_("what for"), max_length=120, help_text=_("For example: enrollment, interpreters."))

    panels = [FieldPanel("person"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return str(self.person)
