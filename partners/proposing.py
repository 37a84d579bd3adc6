"""A proposal comes in: what differs from the version it was made from, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.comparing import changes_between
from partners.models import Change, Proposal, State, Way
from partners.open_values import is_open, open_part
from partners.values import Values

URGENT = ("status", "closed_until", "phones", "schedules", "schedule_exceptions", "addresses")


def open_changes(kind: str, base: Mapping[str, Any], wanted: Mapping[str, Any]) -> Values:
    found = changes_between(base, wanted)
    return {path: open_part(kind, path, value) for path, value in found.items() if is_open(kind, path)}


@dataclass(frozen=True, kw_only=True)
class Sender:
    """`by` is an account, or None for somebody without one."""

    by: Any
    language: str
    note: str = ""
    way: str = Way.FORM


@transaction.atomic
def send(listing: Any, changes: Mapping[str, Any], base: Values, sender: Sender) -> Proposal:
    """`base` is the version the changes were made from. What the same person has waiting for this listing is withdrawn.

    Raises ValidationError where nothing is changed.
    """
    kind = listing._meta.model_name
    kept = {path: value for path, value in changes.items() if is_open(kind, path)}
    if not kept:
        raise ValidationError(_("Nothing is different from what families read now."), code="nothing")
    if sender.by is not None:
        earlier = Proposal.objects.of_listing(listing).filter(by=sender.by, state=State.WAITING)
        earlier.update(state=State.WITHDRAWN, decided_at=timezone.now())
    proposal = Proposal.objects.create(
        way=sender.way,
        kind=kind,
        listing_id=listing.pk,
        organization_id=listing.pk if kind == "organization" else listing.organization_id,
        name=str(listing),
        base=base,
        by=sender.by,
        language=sender.language,
        note=sender.note,
        is_urgent=any(path.startswith(URGENT) for path in kept),
        state=State.WAITING,
        sent_at=timezone.now(),
    )
    Change.objects.bulk_create(Change(proposal=proposal, path=path, proposed=value) for path, value in kept.items())
    return proposal
