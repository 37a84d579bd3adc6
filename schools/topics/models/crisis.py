from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks import body_field
from core.models import FactsPage, InLanguagesField
from core.panels import FactRows, FactsPageForm, row, words


class CrisisPage(FactsPage):
    """Whom to call when it cannot wait. The lines of the search come first, the office's own after them."""

    body = body_field()

    word_names = ("body",)
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList(
                [FactRows("lines", heading=_("Lines near here"))], heading=_("Facts, the same in every language")
            ),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "schools/topics/crisis_page.html"
    parent_page_types = ["topics.TopicIndexPage", "home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("crisis page")
        verbose_name_plural = _("crisis pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.crisis.crisis_context")(self))
        return context


class CrisisLine(Orderable):
    """A number near here, its phone written once."""

    page = ParentalKey(CrisisPage, on_delete=models.CASCADE, related_name="lines")
    name = InLanguagesField(_("name"), max_length=120)
    what = InLanguagesField(_("what they do"), max_length=300, long=True)
    phone = models.CharField(_("phone"), max_length=40)
    text_phone = models.CharField(_("number for text messages"), max_length=40, blank=True)
    day_and_night = models.BooleanField(_("day and night"), default=False)
    hours = InLanguagesField(_("hours, if not day and night"), blank=True, max_length=120)

    panels = [
        FieldPanel("name"),
        FieldPanel("what"),
        row("phone", "text_phone"),
        FieldPanel("day_and_night"),
        FieldPanel("hours"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("crisis line")
        verbose_name_plural = _("crisis lines")

    def __str__(self) -> str:
        return self.phone

    def clean(self) -> None:
        super().clean()
        if not self.day_and_night and not self.hours:
            raise ValidationError({"hours": _("Say when somebody answers, or that it is day and night.")})
