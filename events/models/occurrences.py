from datetime import date, datetime

from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import InLanguagesField


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def public(self) -> "OccurrenceQuerySet":
        return self.filter(event__live=True)

    def coming(self, now: datetime) -> "OccurrenceQuerySet":
        """Those that are not over, the next one first. Without an end it is over when it has begun."""
        return (
            self.annotate(over_at=Coalesce("ends_at", "starts_at")).filter(over_at__gte=now).order_by("starts_at", "pk")
        )

    def past(self, now: datetime) -> "OccurrenceQuerySet":
        return (
            self.annotate(over_at=Coalesce("ends_at", "starts_at"))
            .filter(over_at__lt=now)
            .order_by("-starts_at", "-pk")
        )

    def between(self, start: datetime, end: datetime) -> "OccurrenceQuerySet":
        """Those that take place, even in part, from `start` to before `end`."""
        there = self.annotate(over_at=Coalesce("ends_at", "starts_at"))
        return there.filter(starts_at__lt=end, over_at__gte=start).order_by("starts_at", "pk")

    def taking_place(self) -> "OccurrenceQuerySet":
        return self.filter(is_cancelled=False)


class Occurrence(models.Model):
    """One date of an event, made from the event's rule as far ahead as `EVENTS_AHEAD_DAYS` says.

    `day`, by the rule, is its name for ever: a date that is moved keeps it, and so keeps whoever signed up for it.
    """

    event = models.ForeignKey("events.EventPage", on_delete=models.CASCADE, related_name="occurrences")
    day = models.DateField(_("day by the rule"))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    is_all_day = models.BooleanField(_("whole days"), default=False)
    is_moved = models.BooleanField(_("moved"), default=False)
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    reason = InLanguagesField(_("why it is cancelled or moved"), blank=True)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("date of an event")
        verbose_name_plural = _("dates of events")
        ordering = ["starts_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["event", "day"], name="occurrence_of_a_day")]
        indexes = [models.Index(fields=["starts_at"], name="occurrence_starts")]

    def __str__(self) -> str:
        return f"{self.event}, {self.local_day}"

    @property
    def local_day(self) -> date:
        """The day it takes place on, by the clocks there."""
        return self.starts_at.astimezone(self.event.zone).date()

    def is_over(self, now: datetime | None = None) -> bool:
        return (self.ends_at or self.starts_at) < (now or timezone.now())
