"""What the ambassadors share among themselves. Nothing here has a public address, and nothing is findable."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.models import InLanguagesField


class Training(ClusterableModel):
    name = InLanguagesField(_("name"))
    about = InLanguagesField(_("what it is about, and how to take it"), blank=True, long=True, max_length=1000)
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    required = models.BooleanField(_("every ambassador takes it"), default=False)

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = ["-required", "pk"]

    def __str__(self) -> str:
        return next(iter(self.name.values()), "")


class TrainingTaken(models.Model):
    """Somebody took a training: the day it ended, and the hours it took that person."""

    training = ParentalKey(Training, on_delete=models.CASCADE, related_name="taken")
    person = models.ForeignKey(
        "schools.Person", on_delete=models.CASCADE, related_name="trainings", verbose_name=_("person")
    )
    on = models.DateField(_("day"))
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)

    class Meta:
        verbose_name = _("training taken")
        verbose_name_plural = _("trainings taken")
        ordering = ["-on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["training", "person", "on"], name="training_once_a_day")]

    def __str__(self) -> str:
        return f"{self.person}, {self.training}"


class TeamMeeting(models.Model):
    name = InLanguagesField(_("name"))
    starts_at = models.DateTimeField(_("begins"))
    where = InLanguagesField(_("where"), blank=True)
    notes = InLanguagesField(_("notes"), blank=True, long=True, max_length=20_000)

    class Meta:
        verbose_name = _("team meeting")
        verbose_name_plural = _("team meetings")
        ordering = ["-starts_at"]

    def __str__(self) -> str:
        return next(iter(self.name.values()), "")


class Idea(models.Model):
    """Somebody's idea for the team, in the language it was written in; moved by `schools.room.ideas`."""

    class State(models.TextChoices):
        RAISED = "raised", _("Raised")
        DISCUSSED = "discussed", _("Discussed")
        DECIDED = "decided", _("Decided")

    text = models.TextField(_("idea"), max_length=1000)
    language = models.CharField(_("language"), max_length=10)
    raised_by = models.CharField(_("raised by"), max_length=150, blank=True)
    raised_at = models.DateTimeField(_("raised"), default=timezone.now, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.RAISED, editable=False)
    moved_at = models.DateTimeField(null=True, editable=False)
    outcome = models.TextField(_("what was decided"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("idea")
        verbose_name_plural = _("ideas")
        ordering = ["-raised_at", "-pk"]

    def __str__(self) -> str:
        return self.text[:80]
