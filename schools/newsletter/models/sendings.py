"""An issue on its way: what was decided, and to which addresses it went already."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Sending(models.Model):
    """Each issue is sent once; it may be stopped, and go on."""

    class State(models.TextChoices):
        RUNNING = "running", _("being sent")
        STOPPED = "stopped", _("stopped")
        DONE = "done", _("sent")

    # The issue in the source language.
    issue = models.OneToOneField("newsletter.NewsletterIssuePage", on_delete=models.CASCADE, related_name="sending")
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.RUNNING)
    receivers = models.PositiveIntegerField(_("receivers at the start"))
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        State.RUNNING: frozenset({State.STOPPED, State.DONE}),
        State.STOPPED: frozenset({State.RUNNING}),
        State.DONE: frozenset(),
    }

    class Meta:
        verbose_name = _("sending")
        verbose_name_plural = _("sendings")
        default_permissions = ("add",)

    def __str__(self) -> str:
        return str(self.issue)


class Delivery(models.Model):
    """The issue is in the post for this address, which only its keyed hash tells."""

    sending = models.ForeignKey(Sending, on_delete=models.CASCADE, related_name="deliveries")
    key = models.CharField(max_length=64)
    language = models.CharField(max_length=10)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["sending", "key"], name="issue_once_per_address")]

    def __str__(self) -> str:
        return self.key[:8]
