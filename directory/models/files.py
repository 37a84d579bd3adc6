from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.models.record import ChildRecord


class ServiceFile(ChildRecord):
    """A form or flyer of a service, in two languages. Ours: the standard knows links, but no files."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="files")
    paper = models.ForeignKey(
        "pairs.DocumentPair", on_delete=models.CASCADE, related_name="+", verbose_name=_("document in two languages")
    )

    class Meta(ChildRecord.Meta):
        verbose_name = _("form or flyer")
        verbose_name_plural = _("forms and flyers")

    def __str__(self) -> str:
        return str(self.paper)
