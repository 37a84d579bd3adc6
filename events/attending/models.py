from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.signups.models import ShiftDate, SignUp


class Attendance(models.Model):
    """That somebody who signed up was there, or did not come."""

    sign_up = models.OneToOneField(SignUp, on_delete=models.CASCADE, related_name="attendance")
    came_at = models.DateTimeField(_("came"), null=True, blank=True)
    left_at = models.DateTimeField(_("left"), null=True, blank=True)
    assumed = models.BooleanField(_("end assumed"), default=False)
    did_not_come = models.BooleanField(_("did not come"), default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.CheckConstraint(condition=Q(left_at=None) | Q(came_at__isnull=False), name="who_left_had_come"),
            models.CheckConstraint(condition=Q(did_not_come=False) | Q(came_at=None), name="came_or_did_not"),
        ]

    def __str__(self) -> str:
        return f"{self.sign_up_id}: {self.came_at}"

    @property
    def minutes(self) -> int:
        return minutes_within(self.sign_up.shift_date, self.came_at, self.left_at)


def minutes_within(row: ShiftDate, came_at: datetime | None, left_at: datetime | None) -> int:
    """Whole minutes inside the shift's own hours: who comes early or stays late has its hours, not more."""
    if came_at is None or left_at is None:
        return 0
    spent = min(left_at, row.over_at) - max(came_at, row.starts_at)
    return max(0, spent // timedelta(minutes=1))


class Tap(models.Model):
    """A tap on a phone, by the name the phone gave it: sent twice, it counts once."""

    class Act(models.TextChoices):
        CAME = "came", _("Here")
        LEFT = "left", _("Left")
        UNDO = "undo", _("Undo")

    key = models.UUIDField(unique=True)
    sign_up = models.ForeignKey(SignUp, on_delete=models.CASCADE, related_name="taps")
    act = models.CharField(max_length=4, choices=Act.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("tap")
        verbose_name_plural = _("taps")

    def __str__(self) -> str:
        return f"{self.act} {self.at}"


class HoursTotal(models.Model):
    """What stays of hours when those who gave them are forgotten: sums of an event in a school year."""

    year_begins = models.DateField(_("school year begins"))
    event = models.ForeignKey("events.EventPage", null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(_("event"), max_length=255)
    school = models.ForeignKey("schools.SchoolPage", null=True, on_delete=models.SET_NULL, related_name="+")
    times = models.PositiveIntegerField(_("times somebody came"), default=0)
    minutes = models.PositiveIntegerField(_("minutes"), default=0)
    assumed_minutes = models.PositiveIntegerField(_("minutes assumed"), default=0)

    class Meta:
        verbose_name = _("total of hours")
        verbose_name_plural = _("totals of hours")
        constraints = [
            models.UniqueConstraint(fields=["year_begins", "event"], name="one_total_of_an_event_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.year_begins} {self.title}"
