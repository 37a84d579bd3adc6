from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_KEY = 200


class OutgoingMail(models.Model):
    """A message that the house has promised to send: stored with what it speaks of, sent afterwards, once."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        GIVEN_UP = "given_up", _("given up")
        NOT_NEEDED = "not_needed", _("not needed any more")

    key = models.CharField(_("what it is about"), max_length=LONGEST_KEY, unique=True)
    purpose = models.CharField(_("purpose"), max_length=80)
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.WAITING)

    to = models.CharField(_("recipient"), max_length=320, blank=True)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=255, blank=True)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("formatted text"), blank=True)
    headers = models.JSONField(_("headers"), default=dict, blank=True)
    attachments = models.JSONField(_("attachments"), default=list, blank=True)

    attempts = models.PositiveIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"))
    not_after = models.DateTimeField(_("not after"), null=True, blank=True)
    created_at = models.DateTimeField(_("written"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    failure = models.CharField(_("what went wrong"), max_length=80, blank=True)

    EMPTY: ClassVar[dict[str, Any]] = {
        "to": "",
        "subject": "",
        "text": "",
        "html": "",
        "headers": {},
        "attachments": [],
    }
    PENDING = (State.WAITING, State.SENDING)

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        default_permissions = ("view", "change")
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(state__in=["waiting", "sending"]),
                name="core_mail_pending",
            )
        ]

    def __str__(self) -> str:
        return self.purpose

    @property
    def domain(self) -> str:
        """All of the address that a list may show."""
        return self.to.rpartition("@")[2]
