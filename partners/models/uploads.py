from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Upload(models.Model):
    """A spreadsheet that was sent in: what each of its lines would do, and whether that was done or taken back."""

    class State(models.TextChoices):
        CHECKED = "checked", _("looked through")
        APPLIED = "applied", _("done")
        UNDONE = "undone", _("taken back")

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("from")
    )
    name = models.CharField(_("file"), max_length=255)
    publishes = models.BooleanField(_("goes public at once"), default=False)  # Of staff; partners' lines are proposals.
    lines = models.JSONField(default=list, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.CHECKED)
    made_at = models.DateTimeField(_("sent"), default=timezone.now)
    done_at = models.DateTimeField(_("done"), null=True)

    class Meta:
        verbose_name = _("spreadsheet")
        verbose_name_plural = _("spreadsheets")
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.name
