from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.models.record import ChildRecord, NestingRecord


class ServiceAtLocation(ChildRecord, NestingRecord):
    """A service where it is given; its own hours and phones come before those of the service and the place."""

    service = ParentalKey("directory.Service", null=True, on_delete=models.CASCADE, related_name="service_at_locations")
    location = models.ForeignKey(
        "directory.Location",
        null=True,
        on_delete=models.CASCADE,
        related_name="service_at_locations",
        verbose_name=_("location"),
        help_text=_("The place where this service is given. Add new places under Locations first."),
    )
    description = models.TextField(
        _("note for this place"), blank=True, help_text=_("Only what differs here: “Use the back door”.")
    )

    prose_of_children = {
        "schedules": ("description", "notes"),
        "schedule_exceptions": ("reason",),
        "phones": ("description",),
        "contacts": ("title", "department"),
        "service_areas": ("name", "description"),
    }

    class Meta(ChildRecord.Meta):
        verbose_name = _("place of the service")
        verbose_name_plural = _("places of the service")

    def __str__(self) -> str:
        return str(self.location or "")
