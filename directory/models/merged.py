import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Merged(models.Model):
    """A listing that was there twice: `gone` has become a part of `kept`, and whoever names the one means the other."""

    kind = models.CharField(_("kind of listing"), max_length=20)
    gone = models.UUIDField(unique=True)
    kept = models.UUIDField(db_index=True)
    name = models.CharField(_("name"), max_length=255)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)
    undo = models.JSONField(default=dict, editable=False)  # What it takes to part them again.

    class Meta:
        verbose_name = _("merged listing")
        verbose_name_plural = _("merged listings")
        default_permissions = ()
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.name


def now_called(kind: str, keys: set[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """Of the keys, those that have become another, and what they are now."""
    return dict(Merged.objects.filter(kind=kind, gone__in=keys).values_list("gone", "kept"))
