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


class ProgressPage(FactsPage):
    """What was promised to families, and what has become of it."""

    body = body_field()

    word_names = ("body",)
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList([FactRows("promises", heading=_("Promises"))], heading=_("Facts, the same in every language")),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "schools/topics/progress_page.html"
    parent_page_types = ["topics.TopicIndexPage", "home.HomePage", "schools.SchoolPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("progress")
        verbose_name_plural = _("progress pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.topics.public.progress.progress_context")(self))
        return context


class Promise(Orderable):
    """One promise: its words in every language, where it stands, since when, and where that is written."""

    class State(models.TextChoices):
        PROMISED = "promised", _("Promised")
        UNDER_WAY = "under_way", _("Under way")
        DONE = "done", _("Done")
        CHANGED = "changed", _("Changed")

    page = ParentalKey(ProgressPage, on_delete=models.CASCADE, related_name="promises")
    what = InLanguagesField(_("what was promised"), max_length=300, long=True)
    state = models.CharField(_("where it stands"), max_length=10, choices=State.choices, default=State.PROMISED)
    since = models.DateField(_("since"))
    because = InLanguagesField(
        _("because"), blank=True, max_length=300, long=True, help_text=_("Why it changed, or what was done.")
    )
    source = InLanguagesField(_("where this is written"), blank=True, max_length=160)
    source_url = models.URLField(_("its web address"), max_length=300, blank=True)

    panels = [
        FieldPanel("what"),
        row("state", "since"),
        FieldPanel("because"),
        FieldPanel("source"),
        FieldPanel("source_url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("promise")
        verbose_name_plural = _("promises")

    def __str__(self) -> str:
        return str(next(iter(self.what.values()), ""))

    def clean(self) -> None:
        super().clean()
        if self.state == self.State.CHANGED and not self.because:
            raise ValidationError({"because": _("Say why it changed: families will ask.")})
