from django.db import models
from django.utils.translation import gettext_lazy as _

from core.spoken import spoken_choices


class JoinInterest(models.Model):
    """Somebody who wants to join a council. What is personal in it is forgotten some time after it is closed."""

    class State(models.TextChoices):
        NEW = "new", _("new")
        CONTACTED = "contacted", _("contacted")
        CLOSED = "closed", _("closed")

    council = models.ForeignKey(
        "councils.CouncilPage", on_delete=models.CASCADE, related_name="interests", verbose_name=_("council")
    )
    reference = models.CharField(_("reference"), max_length=12, unique=True, editable=False)
    name = models.CharField(_("name or nickname"), max_length=80, blank=True)
    reach = models.CharField(_("how to reach them"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=spoken_choices, blank=True)
    why = models.TextField(_("why they want to join"), max_length=600, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.NEW)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    purged_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("wish to join")
        verbose_name_plural = _("wishes to join")
        ordering = ["-received_at"]

    def __str__(self) -> str:
        return self.reference  # Stands in logs, which outlive the name.
