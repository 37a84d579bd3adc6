from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.record import Record


class Metadata(Record):
    """Who changed which field of which row, and when."""

    resource_id = models.UUIDField(_("row"), null=True, blank=True, db_index=True)
    resource_type = models.CharField(_("kind of row"), max_length=100, blank=True)
    last_action_date = models.DateTimeField(_("when"))
    last_action_type = models.CharField(_("what"), max_length=100)
    field_name = models.TextField(_("field"))
    previous_value = models.TextField(_("before"), blank=True)
    replacement_value = models.TextField(_("after"), blank=True)
    updated_by = models.TextField(_("by"), blank=True)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-last_action_date"]

    def __str__(self) -> str:
        return f"{self.last_action_date:%Y-%m-%d} {self.resource_type}.{self.field_name}"


class MetaTableDescription(Record):
    name = models.CharField(_("table"), max_length=255, blank=True)
    language = models.CharField(_("language"), max_length=100, blank=True)
    character_set = models.CharField(_("character set"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("table description")
        verbose_name_plural = _("table descriptions")

    def __str__(self) -> str:
        return self.name
