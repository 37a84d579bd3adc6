from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.signups.models import SignUp


class Attendance(models.Model):
    """That somebody came, and when they left. Hours count from the shift's begin to its end, never beyond."""

    sign_up = models.OneToOneField(SignUp, on_delete=models.CASCADE, related_name="attendance")
    came_at = models.DateTimeField(_("came"))
    left_at = models.DateTimeField(_("left"), null=True, blank=True)
    is_assumed = models.BooleanField(_("end assumed"), default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("recorded by")
    )

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("came_at")), name="nobody_leaves_before_they_came"
            )
        ]

    def __str__(self) -> str:
        return f"{self.sign_up}: {self.came_at}"

    @property
    def counted(self) -> timedelta:
        """The time that counts: within the shift alone; none as long as somebody is still there."""
        row = self.sign_up.shift_date
        if self.left_at is None:
            return timedelta(0)
        return max(min(self.left_at, row.over_at) - max(self.came_at, row.starts_at), timedelta(0))

    @property
    def minutes(self) -> int:
        return int(self.counted.total_seconds() // 60)


class Tap(models.Model):
    """A press on a phone, by the name the phone gave it: one that is sent again has no second effect."""

    name = models.CharField(max_length=64, unique=True)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("tap")
        verbose_name_plural = _("taps")

    def __str__(self) -> str:
        return self.name


class HoursTotal(models.Model):
    """What stays of volunteers who were forgotten: minutes of a school, in a month."""

    school = models.CharField(_("school"), max_length=255, blank=True)
    month = models.DateField(_("month"))
    people = models.PositiveIntegerField(_("people"), default=0)
    minutes = models.PositiveIntegerField(_("minutes"), default=0)
    assumed_minutes = models.PositiveIntegerField(_("minutes assumed"), default=0)

    class Meta:
        verbose_name = _("total of hours")
        verbose_name_plural = _("totals of hours")
        constraints = [models.UniqueConstraint(fields=["school", "month"], name="one_total_of_a_school_and_month")]

    def __str__(self) -> str:
        return f"{self.school}, {self.month:%Y-%m}: {self.minutes}"
