from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models.proposals import MODELS, Kind
from partners.models.sent import Sent


class Problem(models.TextChoices):
    """What families find wrong, in the order they find it."""

    NO_ANSWER = "no_answer", _("Nobody answers this phone, or the number is wrong")
    CLOSED = "closed", _("It is closed for good")
    HOURS = "hours", _("The hours are not right")
    ADDRESS = "address", _("The address is not right, or they moved")
    PAPERS = "papers", _("They ask for papers or money that is not said here")
    LANGUAGE = "language", _("They do not speak the language that is said here")
    TURNED_AWAY = "turned_away", _("They did not treat us well, or sent us away")
    OTHER = "other", _("Something else")


URGENT = (Problem.NO_ANSWER, Problem.CLOSED, Problem.ADDRESS)


class Report(Sent):
    """“Something wrong?” about one listing."""

    kind = models.CharField(_("kind of listing"), max_length=20, choices=Kind.choices)
    listing_id = models.UUIDField(_("listing"), db_index=True)
    organization = models.ForeignKey(
        "directory.Organization", null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("organization")
    )
    name = models.CharField(_("name"), max_length=255)
    problem = models.CharField(_("what is wrong"), max_length=20, choices=Problem.choices)
    words = models.TextField(_("what is right"), blank=True)

    class Meta(Sent.Meta):
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    @property
    def listing(self) -> Any:
        return MODELS[self.kind].objects.facts().filter(pk=self.listing_id).first()

    @property
    def is_urgent(self) -> bool:
        return self.problem in URGENT


class Suggestion(Sent):
    """Help, or an organization, that is not in the directory yet."""

    class What(models.TextChoices):
        SERVICE = "service", _("Help that families can get")
        ORGANIZATION = "organization", _("An organization, with whatever it does")

    what = models.CharField(_("what is suggested"), max_length=12, choices=What.choices, default=What.SERVICE)
    name = models.CharField(_("what it is"), max_length=120)
    organization = models.CharField(_("who gives it"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    website = models.CharField(_("web page"), max_length=300, blank=True)
    place = models.CharField(_("where"), max_length=200, blank=True)
    hours = models.CharField(_("when"), max_length=200, blank=True)
    words = models.TextField(_("more about it"), blank=True)
    service = models.ForeignKey(
        "directory.Service",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("listing made of it"),
    )
    made_organization = models.ForeignKey(
        "directory.Organization",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("organization made of it"),
    )

    class Meta(Sent.Meta):
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
