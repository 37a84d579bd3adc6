from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from core.models import InLanguagesField
from core.panels import row


class TookPart(Orderable):
    """How many of one role came to a meeting. Who they were is written nowhere."""

    meeting = ParentalKey("councils.MeetingPage", on_delete=models.CASCADE, related_name="took_part")
    role = InLanguagesField(
        _("role"), max_length=80, help_text=_("As a group, without names. For example: parents, students, teachers.")
    )
    people = models.PositiveSmallIntegerField(_("how many"), validators=[MinValueValidator(1)])

    panels = [FieldPanel("role"), row("people")]

    class Meta(Orderable.Meta):
        verbose_name = _("role at a meeting")
        verbose_name_plural = _("roles at a meeting")
        constraints = [models.CheckConstraint(condition=models.Q(people__gte=1), name="somebody_took_part")]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.people}"
