from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.volunteers.models.tiers import ClearanceTier


class AgeBand(models.TextChoices):
    """All that is asked about an age."""

    ADULT = "adult", _("18 or older")
    TEEN = "teen", _("14 to 17")
    CHILD = "child", _("under 14")


class Volunteer(models.Model):
    """Somebody who signs up: as much as it takes to reach them, and nothing else. No account, no birthday, no papers.

    The same name at the same phone or address is the same person; families share a phone.
    """

    name = models.CharField(_("name"), max_length=80)
    reach = models.CharField(_("phone or e-mail"), max_length=254)
    person_key = models.CharField(max_length=64, blank=True, editable=False)
    language = models.CharField(_("language"), max_length=10)
    age_band = models.CharField(_("age"), max_length=8, choices=AgeBand.choices, default=AgeBand.ADULT)
    school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("school"),
    )
    first_came_on = models.DateField(_("known since"), auto_now_add=True)

    class Meta:
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person_key"], condition=~Q(person_key=""), name="a_volunteer_is_one")
        ]

    def __str__(self) -> str:
        return self.name or str(_("somebody whose name was deleted"))

    @property
    def email(self) -> str:
        return self.reach if "@" in self.reach else ""

    @property
    def phone(self) -> str:
        return "" if "@" in self.reach else self.reach

    @property
    def is_minor(self) -> bool:
        return self.age_band != AgeBand.ADULT

    def is_younger_than(self, age: int | None) -> bool:
        """As far as the band of ages tells."""
        lowest = age or 0
        return (self.age_band == AgeBand.CHILD and lowest >= 14) or (self.is_minor and lowest >= 18)

    def is_cleared_for(self, tier: ClearanceTier | None, on: date) -> bool:
        if tier is None:
            return True
        return Clearance.objects.valid(on).filter(volunteer=self, tier__level__gte=tier.level).exists()


class ClearanceQuerySet(models.QuerySet["Clearance"]):
    def valid(self, on: date) -> "ClearanceQuerySet":
        return self.filter(Q(expires_on=None) | Q(expires_on__gte=on), done_on__lte=on)


class Clearance(models.Model):
    """That a check was done: which, when, until when, by whom seen. There is no room for papers or what they say."""

    volunteer = models.ForeignKey(
        Volunteer, on_delete=models.CASCADE, related_name="clearances", verbose_name=_("volunteer")
    )
    tier = models.ForeignKey(
        ClearanceTier, on_delete=models.PROTECT, related_name="clearances", verbose_name=_("check")
    )
    done_on = models.DateField(_("done on"))
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("checked by"),
    )
    warned_on = models.DateField(_("warned that it ends"), null=True, editable=False)

    objects = ClearanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("check done")
        verbose_name_plural = _("checks done")
        ordering = ["-done_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "tier", "done_on"], name="a_check_is_done_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.volunteer}: {self.tier}"
