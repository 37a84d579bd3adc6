"""Who gets the newsletter, and of who left no more than that they left."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Subscription(models.Model):
    """An address gets issues in a language: the district's, and those of a school if it names one."""

    address = models.EmailField(_("address"))
    language = models.CharField(_("language"), max_length=10)
    school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("school"),
    )
    secret = models.CharField(max_length=40, unique=True, editable=False)
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["address", "language"], condition=Q(school=None), name="subscription_of_district_once"
            ),
            models.UniqueConstraint(
                fields=["address", "language", "school"], condition=~Q(school=None), name="subscription_of_school_once"
            ),
        ]

    def __str__(self) -> str:
        return self.address.rpartition("@")[2]


class Departure(models.Model):
    """Somebody left. The address itself is gone; `key` tells it only to whoever knows the address and our secret."""

    key = models.CharField(max_length=64, unique=True)
    left_on = models.DateField(auto_now_add=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.key[:8]
