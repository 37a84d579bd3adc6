"""Who may do what: staff who may publish listings decide; people of a partner see those of their organization."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from core.accounts.rooms import room_of
from directory.models import Organization
from partners.models import MODELS, Kind, Membership, Proposal

DECIDES = "directory.publish_service"


def decides(account: Any) -> bool:
    return bool(account.has_perm(DECIDES))


def is_partner(account: Any) -> bool:
    return Membership.objects.of(account).exists()


def organizations_of(account: Any) -> Any:
    keys = Membership.objects.of(account).values("organization")
    return Organization.objects.facts().filter(pk__in=keys).order_by("name")


def listings_of(account: Any, kind: str) -> Any:
    """Facts rows, public or not yet."""
    ours = organizations_of(account)
    at = Q(pk__in=ours.values("pk")) if kind == Kind.ORGANIZATION else Q(organization__in=ours.values("pk"))
    return MODELS[kind].objects.facts().filter(at)


def listing_for(account: Any, kind: str, pk: UUID) -> Any:
    """The same answer for another's listing and for none at all."""
    found = listings_of(account, kind).filter(pk=pk).first() if kind in MODELS else None
    if found is None:
        raise Http404
    return found


def proposals_for(account: Any) -> Any:
    """Of the own organizations, whoever sent them; of drafts, the own alone."""
    ours = Proposal.objects.filter(organization__in=organizations_of(account).values("pk"))
    return ours.filter(Q(by=account.pk) | ~Q(state="draft"))


def people_of(organization: Any) -> Any:
    """Accounts that speak for it today."""
    return Membership.objects.current().filter(organization=organization).select_related("account")


# A code by mail opens it; a second factor is asked of staff alone, who do not come in this way.
at_the_partners_desk = room_of(is_partner, sign_in="account_request_login_code", second_factor=False)
