"""Who is there for families at which school, from when to when, and where to be found."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.locales import source_locale_id
from core.models import InLanguagesField
from schools.querysets import AppointmentQuerySet


class Appointment(ClusterableModel):
    """A person in a role at a school, from a day to a day, both included."""

    class Role(models.TextChoices):
        AMBASSADOR = "ambassador", _("Classified Ambassador")
        COORDINATOR = "coordinator", _("Community School coordinator")

    person = models.ForeignKey(
        "schools.Person", on_delete=models.PROTECT, related_name="appointments", verbose_name=_("person")
    )
    school = models.ForeignKey(
        "schools.SchoolPage", on_delete=models.PROTECT, related_name="appointments", verbose_name=_("school")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.AMBASSADOR)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(
        _("to"), null=True, blank=True, help_text=_("The last day. Empty: until further notice.")
    )
    ending = models.CharField(_("why it ended"), max_length=200, blank=True)
    appointed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["school", "role", "starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")), name="appointment_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}, {self.school}"

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day comes before the first.")})
        if self.school_id and self.school.locale_id != source_locale_id():
            self.school = self.school.facts
        if self.person_id and self.school_id and self.starts_on and self._overlaps():
            raise ValidationError(_("This person has this role at this school in that time already."))

    def _overlaps(self) -> bool:
        same = Appointment.objects.filter(person=self.person, school=self.school, role=self.role).exclude(pk=self.pk)
        since = same.filter(Q(ends_on=None) | Q(ends_on__gte=self.starts_on))
        return (since.filter(starts_on__lte=self.ends_on) if self.ends_on else since).exists()


class Presence(models.Model):
    """When and where a person can be found at a school."""

    WEEKDAYS = [
        (0, _("Monday")),
        (1, _("Tuesday")),
        (2, _("Wednesday")),
        (3, _("Thursday")),
        (4, _("Friday")),
        (5, _("Saturday")),
        (6, _("Sunday")),
    ]

    appointment = ParentalKey(Appointment, on_delete=models.CASCADE, related_name="presences")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=WEEKDAYS)
    opens_at = models.TimeField(_("from"))
    closes_at = models.TimeField(_("to"))
    where = InLanguagesField(_("where"), help_text=_("For example: front office, or beside the main gate."))

    class Meta:
        verbose_name = _("time at the school")
        verbose_name_plural = _("times at the school")
        ordering = ["weekday", "opens_at"]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens_at:%H:%M}–{self.closes_at:%H:%M}"

    def clean(self) -> None:
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("The end comes before the beginning.")})
