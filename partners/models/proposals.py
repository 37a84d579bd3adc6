import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import Location, Organization, Service

READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # Nothing that is mixed up on the phone.


class Kind(models.TextChoices):
    SERVICE = "service", _("service")
    ORGANIZATION = "organization", _("organization")
    LOCATION = "location", _("location")


MODELS: dict[str, type[Any]] = {
    Kind.SERVICE: Service,
    Kind.ORGANIZATION: Organization,
    Kind.LOCATION: Location,
}


class Way(models.TextChoices):
    FORM = "form", _("by the form")
    SHEET = "sheet", _("by a spreadsheet")
    REPORT = "report", _("somebody told us")
    NEW = "new", _("something new")


class State(models.TextChoices):
    DRAFT = "draft", _("not sent yet")
    WAITING = "waiting", _("waiting for the office")
    DECIDED = "decided", _("decided")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Verdict(models.TextChoices):
    ACCEPTED = "accepted", _("accepted")
    EDITED = "edited", _("accepted with a change")
    RETURNED = "returned", _("returned")


def new_reference() -> str:
    """As it is read out on the phone: `K7M-42P`."""
    letters = "".join(secrets.choice(READABLE) for _each in range(6))
    return f"{letters[:3]}-{letters[3:]}"


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> "ProposalQuerySet":
        """What hurts families most first, then the oldest."""
        return self.filter(state=State.WAITING).order_by("-is_urgent", "sent_at", "pk")

    def of_listing(self, listing: Any) -> "ProposalQuerySet":
        return self.filter(kind=listing._meta.model_name, listing_id=listing.pk)


class Proposal(models.Model):
    """What somebody wants changed in one listing, together with the version they had before them.

    Nothing of it is public; only a decision of the office writes into a listing. `base` is the whole listing as
    `partners.values.values_of` gave it when the form was opened.
    """

    reference = models.CharField(_("number"), max_length=12, unique=True, default=new_reference, editable=False)
    way = models.CharField(_("how it came"), max_length=10, choices=Way.choices, default=Way.FORM)
    kind = models.CharField(_("kind of listing"), max_length=20, choices=Kind.choices)
    listing_id = models.UUIDField(_("listing"), null=True, db_index=True)
    organization = models.ForeignKey(
        "directory.Organization", null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("organization")
    )
    name = models.CharField(_("name"), max_length=255)
    base = models.JSONField(default=dict, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("from")
    )
    language = models.CharField(_("language"), max_length=10)
    note = models.TextField(_("note to the office"), blank=True)
    is_urgent = models.BooleanField(_("urgent"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    made_at = models.DateTimeField(_("begun"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True)
    typed = models.JSONField(default=dict, editable=False)  # Of a draft: the form as it was sent, unchecked.
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("decided by")
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["state", "sent_at"], name="proposals_waiting")]

    def __str__(self) -> str:
        return f"{self.reference}: {self.name}"

    @property
    def model(self) -> type[Any]:
        return MODELS[self.kind]

    @property
    def listing(self) -> Any:
        """The facts row; None where it is gone, or was never there."""
        return self.model.objects.facts().filter(pk=self.listing_id).first()

    @property
    def changed(self) -> dict[str, Any]:
        return {change.path: change.proposed for change in self.changes.all()}

    def age(self, now: datetime | None = None) -> timedelta:
        return (now or timezone.now()) - (self.sent_at or self.made_at)


class Change(models.Model):
    """One value of a proposal, and what became of it. Paths are those of `partners.values`."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="changes")
    path = models.CharField(max_length=255)
    proposed = models.JSONField(null=True)
    verdict = models.CharField(_("decision"), max_length=10, choices=Verdict.choices, blank=True)
    published = models.JSONField(null=True)  # As it went public, where the office changed it.
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["proposal", "path"], name="a_value_once_a_proposal")]

    def __str__(self) -> str:
        return self.path
