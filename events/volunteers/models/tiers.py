from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models import InLanguagesField, said
from core.panels import row


class ClearanceTier(models.Model):
    """What a district checks before somebody helps at certain things: visitor check, TB risk assessment, fingerprints.

    Districts differ in all of it, so it is data. A higher level holds everything the lower ones ask for.
    """

    class WithoutIt(models.TextChoices):
        PENDING = "pending", _("may sign up; the place is kept until the check is done")
        REFUSED = "refused", _("may not sign up before the check is done")

    name = InLanguagesField(_("name"), max_length=80, help_text=_("For example: visitor check."))
    level = models.PositiveSmallIntegerField(
        _("level"),
        unique=True,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("A higher level includes all that the lower ones ask for."),
    )
    steps = InLanguagesField(
        _("what one does"), long=True, max_length=900, help_text=_("One step in each line, in the order of doing.")
    )
    cost = InLanguagesField(_("what it costs"), max_length=160)
    takes = InLanguagesField(_("how long it takes"), max_length=160)
    lasts_months = models.PositiveSmallIntegerField(
        _("valid for months"), null=True, blank=True, help_text=_("Empty: it does not end.")
    )
    without_it = models.CharField(
        _("who has not done it"), max_length=8, choices=WithoutIt.choices, default=WithoutIt.PENDING
    )

    panels = [
        FieldPanel("name"),
        row("level", "lasts_months", "without_it"),
        FieldPanel("steps"),
        FieldPanel("cost"),
        FieldPanel("takes"),
    ]

    class Meta:
        verbose_name = _("check of volunteers")
        verbose_name_plural = _("checks of volunteers")
        ordering = ["level"]

    def __str__(self) -> str:
        return said(self.name, get_language() or "").text

    def steps_in(self, language: str) -> list[str]:
        return [line.strip() for line in said(self.steps, language).text.splitlines() if line.strip()]
