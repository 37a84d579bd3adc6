from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class EventMaterial(Orderable):
    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="materials")
    paper = models.ForeignKey(
        "pairs.DocumentPair", on_delete=models.CASCADE, related_name="+", verbose_name=_("document in two languages")
    )

    panels = [FieldPanel("paper")]

    class Meta(Orderable.Meta):
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints = [models.UniqueConstraint(fields=["event", "paper"], name="paper_once_at_an_event")]

    def __str__(self) -> str:
        return str(self.paper)
