from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList

from core.locales import source_language
from core.models import InLanguagesField, said
from core.panels import row


class FocusArea(models.Model):
    """A field of the district's work by which families and staff may choose: academics, health, youth, engagement."""

    name = InLanguagesField(_("name"), max_length=80)
    code = models.SlugField(
        _("code"),
        max_length=40,
        unique=True,
        help_text=_("Short, in plain letters; it stands in addresses of searches, so it stays as it is."),
    )
    order = models.PositiveSmallIntegerField(_("place in the list"), default=10)

    edit_handler = ObjectList([FieldPanel("name"), row("code", "order")])

    class Meta:
        verbose_name = _("focus area")
        verbose_name_plural = _("focus areas")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return said(self.name, get_language() or source_language()).text or self.code
