from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models.proposals import new_reference


class Outcome(models.TextChoices):
    WAITING = "waiting", _("waiting for the office")
    SETTLED = "settled", _("settled")
    DECLINED = "declined", _("not taken up")


class SentQuerySet(models.QuerySet[Any]):
    def waiting(self) -> "SentQuerySet":
        """The oldest first; what came in a flood stands outside the queue."""
        return self.filter(state=Outcome.WAITING, held=False).order_by("made_at", "pk")

    def held_back(self) -> "SentQuerySet":
        return self.filter(state=Outcome.WAITING, held=True).order_by("made_at", "pk")


class Sent(models.Model):
    """What somebody without an account sent to the office. Nothing of it is ever public as it is."""

    reference = models.CharField(_("number"), max_length=12, unique=True, default=new_reference, editable=False)
    language = models.CharField(_("language"), max_length=10)
    contact = models.CharField(_("how to reach them"), max_length=254, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    held = models.BooleanField(_("came in a flood"), default=False)
    reason = models.TextField(_("answer"), blank=True)
    made_at = models.DateTimeField(_("sent"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("decided by")
    )

    objects = SentQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.reference

    def settle(self, state: str, *, by: Any, reason: str = "") -> bool:
        """False where somebody else was quicker."""
        values = {"state": state, "decided_by": by, "decided_at": timezone.now(), "reason": reason}
        changed = type(self)._default_manager.filter(pk=self.pk, state=Outcome.WAITING).update(**values)
        if changed:
            self.refresh_from_db()
        return bool(changed)
