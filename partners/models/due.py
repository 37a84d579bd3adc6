from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Asked(models.Model):
    """One round of asking an organization whether its listings are still true: three letters, then a call."""

    organization = models.ForeignKey(
        "directory.Organization", on_delete=models.CASCADE, related_name="+", verbose_name=_("organization")
    )
    began_on = models.DateField(_("first asked on"))
    letters = models.PositiveSmallIntegerField(_("letters"), default=0)
    call_on = models.DateField(_("to be called from"), null=True)
    ended_on = models.DateField(_("answered on"), null=True)

    class Meta:
        verbose_name = _("round of asking")
        verbose_name_plural = _("rounds of asking")
        ordering = ["began_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organization"], condition=Q(ended_on=None), name="asked_once_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.organization}: {self.began_on}"


class AskingDay(models.Model):
    """That everybody due was asked on this day; a second time in a day there is nothing to do."""

    day = models.DateField(unique=True)

    class Meta:
        verbose_name = _("day of asking")
        verbose_name_plural = _("days of asking")

    def __str__(self) -> str:
        return str(self.day)


class Call(models.Model):
    """What a call about listings brought; kept with the round it belongs to."""

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", _("all of it is still true")
        CHANGED = "changed", _("something has changed; it is written down")
        NOBODY = "nobody", _("nobody answered")
        LATER = "later", _("call again later")

    asked = models.ForeignKey(Asked, on_delete=models.CASCADE, related_name="calls")
    outcome = models.CharField(_("what it brought"), max_length=10, choices=Outcome.choices)
    note = models.CharField(_("note"), max_length=500, blank=True)
    by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by"))
    made_at = models.DateTimeField(_("on"), auto_now_add=True)

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.asked}: {self.outcome}"
