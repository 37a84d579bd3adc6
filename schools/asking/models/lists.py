"""Help that an ambassador picked for a family, to take home."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import InLanguagesField
from schools.asking.models.requests import HelpRequest


def new_secret() -> str:
    return secrets.token_urlsafe(12)


class ResourceList(models.Model):
    """Its address is the only key to it; nothing on it tells for whom it was made."""

    request = models.OneToOneField(HelpRequest, on_delete=models.CASCADE, related_name="resources")
    secret = models.CharField(max_length=24, unique=True, default=new_secret, editable=False)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.request)


class ListItem(models.Model):
    """What search found, with its words as they were that day; or something else, with its own address or none."""

    list = models.ForeignKey(ResourceList, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=40, blank=True)
    object_id = models.UUIDField(null=True)
    address = models.URLField(_("web address"), max_length=300, blank=True)
    title = InLanguagesField(_("title"))
    summary = InLanguagesField(_("summary"), blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["list", "kind", "object_id"], name="asking_item_once")]

    def __str__(self) -> str:
        return self.kind or self.address
