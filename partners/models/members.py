from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models.sent import Sent


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        return self.filter(ended_at=None)

    def of(self, account: Any) -> "MembershipQuerySet":
        return self.current().filter(account=account.pk)


class Membership(models.Model):
    """That an account speaks for an organization; nothing else opens the partners' desk to it."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("account")
    )
    organization = models.ForeignKey(
        "directory.Organization", on_delete=models.CASCADE, related_name="+", verbose_name=_("organization")
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("person of a partner")
        verbose_name_plural = _("people of partners")
        ordering = ["organization__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "organization"], condition=Q(ended_at=None), name="once_in_an_organization"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.organization}"


class Claim(Sent):
    """“This is ours”: somebody says they speak for an organization. Only staff turn it into a membership."""

    organization = models.ForeignKey(
        "directory.Organization", on_delete=models.CASCADE, related_name="+", verbose_name=_("organization")
    )
    name = models.CharField(_("name"), max_length=80)
    job = models.CharField(_("job there"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    same_domain = models.BooleanField(_("the address is the organization's own"), default=False)

    class Meta(Sent.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
