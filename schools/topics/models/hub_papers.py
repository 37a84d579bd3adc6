from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from core.panels import row
from schools.grades import GRADES


class HubPaper(Orderable):
    """A document in two languages that belongs to a topic, for children of some grades or for all."""

    hub = ParentalKey("topics.TopicHubPage", on_delete=models.CASCADE, related_name="library")
    paper = models.ForeignKey(
        "pairs.DocumentPair", on_delete=models.CASCADE, related_name="+", verbose_name=_("document in two languages")
    )
    lowest_grade = models.SmallIntegerField(_("from grade"), choices=GRADES, null=True, blank=True)
    highest_grade = models.SmallIntegerField(
        _("to grade"), choices=GRADES, null=True, blank=True, help_text=_("Leave both empty if it is for every grade.")
    )

    panels = [FieldPanel("paper"), row("lowest_grade", "highest_grade")]

    class Meta(Orderable.Meta):
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints = [models.UniqueConstraint(fields=["hub", "paper"], name="paper_once_on_a_hub")]

    def __str__(self) -> str:
        return str(self.paper)

    @property
    def band(self) -> tuple[int, ...]:
        """The lowest and the highest grade; empty if it is for every grade."""
        if self.lowest_grade is None or self.highest_grade is None:
            return ()
        return self.lowest_grade, self.highest_grade

    def clean(self) -> None:
        super().clean()
        lowest, highest = self.lowest_grade, self.highest_grade
        if (lowest is None) != (highest is None):
            raise ValidationError({"highest_grade": _("Choose both grades, or none for every grade.")})
        if lowest is not None and highest is not None and lowest > highest:
            raise ValidationError({"highest_grade": _("The last grade comes before the first.")})
