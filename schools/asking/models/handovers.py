"""Nothing about a family goes to a partner before somebody of the family has agreed to it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from schools.asking.models.requests import HelpRequest


class Handover(models.Model):
    """Who agreed to what going to whom: kept as proof, so it holds no name and no number."""

    class Agreed(models.TextChoices):
        ASKED = "asked", _("the person who asked")
        PARENT = "parent", _("a parent or guardian")

    class How(models.TextChoices):
        IN_PERSON = "in_person", _("face to face")
        CALL = "call", _("on the phone")
        WRITTEN = "written", _("in writing")

    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="handovers")
    to = models.CharField(_("to whom"), max_length=160)
    agreed = models.CharField(_("who agreed"), max_length=10, choices=Agreed.choices)
    how = models.CharField(_("how they agreed"), max_length=10, choices=How.choices)
    agreed_on = models.DateField(_("when they agreed"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-at"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.to
