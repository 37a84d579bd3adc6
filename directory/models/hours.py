from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.models.record import ChildRecord


class Frequency(models.TextChoices):
    WEEKLY = "WEEKLY", _("every week")
    MONTHLY = "MONTHLY", _("every month")


class WeekStart(models.TextChoices):
    MONDAY = "MO", _("Monday")
    TUESDAY = "TU", _("Tuesday")
    WEDNESDAY = "WE", _("Wednesday")
    THURSDAY = "TH", _("Thursday")
    FRIDAY = "FR", _("Friday")
    SATURDAY = "SA", _("Saturday")
    SUNDAY = "SU", _("Sunday")


def _parent(model: str, related_name: str) -> ParentalKey:
    return ParentalKey(f"directory.{model}", null=True, blank=True, on_delete=models.CASCADE, related_name=related_name)


class Schedule(ChildRecord):
    """One rule of when help is there (RFC 5545 words). `directory.hours` reads it; nobody else computes hours."""

    service = _parent("Service", "schedules")
    location = _parent("Location", "schedules")
    service_at_location = _parent("ServiceAtLocation", "schedules")
    valid_from = models.DateField(_("valid from"), null=True, blank=True, help_text=_("Empty: from now on."))
    valid_to = models.DateField(_("valid until"), null=True, blank=True, help_text=_("The last day it holds."))
    dtstart = models.DateField(
        _("first date"), null=True, blank=True, help_text=_("Needed for “every second week”: a date it takes place.")
    )
    timezone = models.FloatField(_("UTC offset"), null=True, blank=True, editable=False)
    until = models.DateField(_("repeats until"), null=True, blank=True, help_text=_("The last date it may fall on."))
    count = models.PositiveIntegerField(_("times"), null=True, blank=True, help_text=_("How often in all."))
    wkst = models.CharField(
        _("week starts on"), max_length=2, choices=WeekStart.choices, blank=True, help_text=_("Rarely needed.")
    )
    freq = models.CharField(
        _("repeats"), max_length=10, choices=Frequency.choices, blank=True, help_text=_("Every week or every month.")
    )
    interval = models.PositiveIntegerField(
        _("every how many weeks or months"), null=True, blank=True, help_text=_("2 means every second week.")
    )
    byday = models.CharField(
        _("days"),
        max_length=100,
        blank=True,
        help_text=_("MO,TU … ; in a month: 2SA second Saturday, -1FR last Friday."),
    )
    byweekno = models.CharField(_("weeks of the year"), max_length=255, blank=True, help_text=_("Rarely needed."))
    bymonthday = models.CharField(
        _("days of the month"), max_length=255, blank=True, help_text=_("1,15 or -1 for last.")
    )
    byyearday = models.CharField(_("days of the year"), max_length=255, blank=True, help_text=_("Rarely needed."))
    description = models.TextField(
        _("in words"), blank=True, help_text=_("Only what the times cannot say: “Line up from 8:30”.")
    )
    opens_at = models.TimeField(_("opens"), null=True, blank=True, help_text=_("Both 12:00 a.m.: all day and night."))
    closes_at = models.TimeField(
        _("closes"), null=True, blank=True, help_text=_("Earlier than opening means after midnight.")
    )
    schedule_link = models.URLField(
        _("calendar on the web"), max_length=500, blank=True, help_text=_("If they have one.")
    )
    attending_type = models.CharField(
        _("how to attend"), max_length=255, blank=True, help_text=_("In person, by phone, online.")
    )
    notes = models.TextField(_("notes"), blank=True, help_text=_("Anything else about these hours."))
    by_appointment = models.BooleanField(
        _("by appointment"), default=False, help_text=_("Families must call first. Days and times may stay empty.")
    )

    class Meta(ChildRecord.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self) -> str:
        return f"{self.byday} {self.opens_at}–{self.closes_at}"


class ScheduleException(ChildRecord):
    """Dates on which the usual hours do not hold; the standard has no word for it."""

    service = _parent("Service", "schedule_exceptions")
    location = _parent("Location", "schedule_exceptions")
    service_at_location = _parent("ServiceAtLocation", "schedule_exceptions")
    starts_on = models.DateField(_("first day"), help_text=_("The first day that is different."))
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: that one day only."))
    closed = models.BooleanField(_("closed"), default=True, help_text=_("Untick to give other hours instead."))
    opens_at = models.TimeField(_("opens"), null=True, blank=True, help_text=_("Hours on these days."))
    closes_at = models.TimeField(_("closes"), null=True, blank=True, help_text=_("Hours on these days."))
    reason = models.CharField(_("reason"), max_length=255, blank=True, help_text=_("For example: Thanksgiving."))

    class Meta(ChildRecord.Meta):
        verbose_name = _("holiday or other exception")
        verbose_name_plural = _("holidays and other exceptions")

    def __str__(self) -> str:
        return f"{self.starts_on}: {self.reason}"
