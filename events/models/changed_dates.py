from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from core.models import InLanguagesField
from core.panels import row
from events.recurrence.series import Change, ChangeKind


class ChangedDate(Orderable):
    """One date of an event that differs from its rule."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="changed_dates")
    day = models.DateField(_("day"), help_text=_("The day by the rule; for one date more, that day."))
    kind = models.CharField(_("what is different"), max_length=10, choices=ChangeKind.choices)
    reason = InLanguagesField(_("why"), blank=True, max_length=200)
    new_day = models.DateField(_("new day"), null=True, blank=True)
    begins = models.TimeField(_("begins"), null=True, blank=True, help_text=_("Empty: as always."))
    ends = models.TimeField(_("ends"), null=True, blank=True)

    panels = [row("day", "kind"), FieldPanel("reason"), row("new_day", "begins", "ends")]

    class Meta(Orderable.Meta):
        verbose_name = _("date that differs")
        verbose_name_plural = _("dates that differ")
        constraints = [models.UniqueConstraint(fields=["event", "day"], name="a_date_differs_once")]

    def __str__(self) -> str:
        return f"{self.day}: {self.get_kind_display()}"

    @property
    def change(self) -> Change:
        return Change(
            day=self.day, kind=ChangeKind(self.kind), new_day=self.new_day, begins=self.begins, ends=self.ends
        )

    def clean(self) -> None:
        super().clean()
        if self.kind == ChangeKind.CANCELLED and not self.reason:
            raise ValidationError({"reason": _("Say why it is cancelled.")})
        if self.kind == ChangeKind.MOVED and not (self.new_day or self.begins):
            raise ValidationError({"new_day": _("Say to which day or to what time it is moved.")})
        if self.kind != ChangeKind.MOVED and self.new_day:
            raise ValidationError({"new_day": _("Only a date that is moved has a new day.")})
