from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AtOnce(models.Model):
    """What a partner may say without waiting for the office: closed for a while, or no places. It ends by itself."""

    class What(models.TextChoices):
        CLOSED = "closed", _("closed for a while")
        FULL = "full", _("no places now")

    service = models.ForeignKey(
        "directory.Service", on_delete=models.CASCADE, related_name="+", verbose_name=_("service")
    )
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    until = models.DateField(_("until"), null=True)  # The day it is as before again; None while nobody knows.
    was = models.JSONField(default=dict, editable=False)
    said = models.JSONField(default=dict, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("from")
    )
    made_at = models.DateTimeField(_("sent"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True)

    class Meta:
        verbose_name = _("news without waiting")
        verbose_name_plural = _("news without waiting")
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.service}: {self.what}"
