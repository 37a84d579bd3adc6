from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarEdition(models.Model):
    """How often what calendars show of an event has changed (SEQUENCE, RFC 5545 §3.8.7.4).

    Apart from the page, whose older versions would bring back older numbers.
    """

    event = models.OneToOneField("events.EventPage", on_delete=models.CASCADE, related_name="edition")
    number = models.PositiveIntegerField(_("number"), default=0)
    content = models.CharField(_("mark of what it showed"), max_length=64)
    changed_at = models.DateTimeField(_("changed"))
    made_until = models.DateField(_("dates made until"), null=True)

    class Meta:
        verbose_name = _("calendar edition")
        verbose_name_plural = _("calendar editions")

    def __str__(self) -> str:
        return f"{self.event}: {self.number}"
