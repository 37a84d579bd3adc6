"""What was done about a request, and when: the words are personal, the bare fact is not."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from schools.asking.models.requests import HelpRequest, Status


class RequestNote(models.Model):
    class Kind(models.TextChoices):
        NOTE = "note", _("note")
        MOVE = "move", pgettext_lazy("what happened", "moved on")
        UNDONE = "undone", pgettext_lazy("what happened", "taken back")
        ASSIGNED = "assigned", pgettext_lazy("what happened", "given to somebody else")
        LIST = "list", pgettext_lazy("what happened", "list sent")

    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.NOTE)
    text = models.TextField(_("note"), max_length=2000, blank=True)
    before = models.CharField(max_length=10, choices=Status.choices, blank=True)
    after = models.CharField(max_length=10, choices=Status.choices, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.get_kind_display()
