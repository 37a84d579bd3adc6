from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import InLanguagesField


class ShiftDateQuerySet(models.QuerySet["ShiftDate"]):
    def open_to_sign_up(self, now: datetime) -> "ShiftDateQuerySet":
        """Of live events, not cancelled, not begun; full ones too, since they have a waiting list."""
        there = self.filter(occurrence__event__live=True, occurrence__is_cancelled=False, is_cancelled=False)
        return there.filter(starts_at__gt=now).order_by("starts_at", "pk")

    def with_places(self) -> "ShiftDateQuerySet":
        return self.filter(taken__lt=F("places"))

    def whole(self) -> "ShiftDateQuerySet":
        """With what a page or a letter tells of it."""
        event = "occurrence__event"
        there = self.select_related(
            f"{event}__locale", f"{event}__school__locale", f"{event}__location", "tier", "shift"
        )
        return there.select_related("lead__account").prefetch_related(f"{event}__location__addresses")


class ShiftDate(models.Model):
    """A shift at one date: the row whose lock guards its places.

    It holds what people were promised when they signed up, apart from the page, whose older versions would bring back
    older promises.
    """

    shift = models.ForeignKey("events.Shift", null=True, on_delete=models.SET_NULL, related_name="dates")
    occurrence = models.ForeignKey("events.Occurrence", on_delete=models.CASCADE, related_name="shift_dates")
    role = InLanguagesField(_("what one does"))
    note = InLanguagesField(_("good to know"), blank=True)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    places = models.PositiveIntegerField(_("places"))
    taken = models.PositiveIntegerField(_("taken"), default=0)
    child_care_places = models.PositiveIntegerField(_("children in child care, at most"), null=True, blank=True)
    children = models.PositiveIntegerField(_("children in child care"), default=0)
    interpreter_places = models.PositiveIntegerField(_("languages interpreted, at most"), null=True, blank=True)
    minimum_age = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    tier = models.ForeignKey(
        "volunteers.ClearanceTier", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    languages = models.JSONField(_("languages wanted"), default=list, blank=True)
    lead = models.ForeignKey("schools.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    is_cancelled = models.BooleanField(_("cancelled"), default=False)

    objects = ShiftDateQuerySet.as_manager()

    class Meta:
        verbose_name = _("shift at a date")
        verbose_name_plural = _("shifts at dates")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["shift", "occurrence"], name="a_shift_once_a_date"),
            models.CheckConstraint(condition=Q(taken__lte=F("places")), name="never_one_too_many"),
            models.CheckConstraint(
                condition=Q(child_care_places=None) | Q(children__lte=F("child_care_places")),
                name="never_a_child_too_many",
            ),
        ]

    def __str__(self) -> str:
        return " / ".join(self.role.values())

    @property
    def left(self) -> int:
        return self.places - self.taken

    @property
    def off(self) -> bool:
        """Whether it does not take place, whatever the cause."""
        return self.is_cancelled or self.occurrence.is_cancelled or not self.occurrence.event.live

    @property
    def over_at(self) -> datetime:
        """Where nobody has said when it ends, an hour after it has begun."""
        return self.ends_at or self.starts_at + timedelta(hours=1)

    def has_begun(self, now: datetime | None = None) -> bool:
        return self.starts_at <= (now or timezone.now())
