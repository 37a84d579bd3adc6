from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from core.models import InLanguagesField
from core.panels import row

MOST_PLACES = 5000


class Shift(Orderable):
    """What people sign up for at every date of an event, or at one: a task with its hours and its places.

    A workshop has one shift: its seats.
    """

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="shifts")
    role = InLanguagesField(_("what one does"), max_length=120, help_text=_("For example: packing boxes; a seat."))
    note = InLanguagesField(_("good to know"), blank=True, max_length=240)
    begins = models.TimeField(_("from"), null=True, blank=True, help_text=_("Empty: when the event begins."))
    ends = models.TimeField(_("to"), null=True, blank=True, help_text=_("Empty: when the event ends."))
    places = models.PositiveSmallIntegerField(
        _("places"), validators=[MinValueValidator(1), MaxValueValidator(MOST_PLACES)]
    )
    only_on = models.DateField(_("only on"), null=True, blank=True, help_text=_("Empty: on every date."))
    minimum_age = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    tier = models.ForeignKey(
        "volunteers.ClearanceTier",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("what is checked before"),
    )
    languages = models.JSONField(_("languages wanted"), default=list, blank=True)
    lead = models.ForeignKey(
        "schools.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("shift lead"),
        help_text=_("Is told when somebody cancels late."),
    )
    child_care_places = models.PositiveSmallIntegerField(
        _("children in child care, at most"), null=True, blank=True, help_text=_("Empty: nobody is asked.")
    )
    interpreter_places = models.PositiveSmallIntegerField(
        _("languages interpreted, at most"), null=True, blank=True, help_text=_("Empty: nobody is asked.")
    )

    panels = [
        FieldPanel("role"),
        FieldPanel("note"),
        row("begins", "ends", "only_on"),
        row("places", "minimum_age", "tier"),
        FieldPanel("languages"),
        FieldPanel("lead"),
        row("child_care_places", "interpreter_places"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("shift")
        verbose_name_plural = _("shifts")
        constraints = [models.CheckConstraint(condition=models.Q(places__gte=1), name="a_shift_has_places")]

    def __str__(self) -> str:
        return " / ".join(self.role.values())

    def clean(self) -> None:
        super().clean()
        if self.ends and not self.begins:
            raise ValidationError({"begins": _("It has an end: say when it begins, too.")})
