from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.models.record import ChildRecord


class SchoolServed(ChildRecord):
    """A school whose families a service is for. Without any it is for everyone. Ours: the standard knows no schools."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="schools_served")
    school = models.ForeignKey(
        "schools.SchoolPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("school")
    )

    class Meta(ChildRecord.Meta):
        verbose_name = _("school it serves")
        verbose_name_plural = _("schools it serves")

    def __str__(self) -> str:
        return str(self.school)
