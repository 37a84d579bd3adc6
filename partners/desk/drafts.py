"""What a partner has begun and not sent: kept as it was typed, for thirty days."""

from datetime import timedelta
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from partners.models import Proposal, State

KEPT_FOR = timedelta(days=30)
NOT_KEPT = ("csrfmiddlewaretoken", "act")


def draft_for(listing: Any, by: Any) -> Proposal | None:
    return Proposal.objects.of_listing(listing).filter(by=by, state=State.DRAFT).first()


def keep_draft(listing: Any, by: Any, typed: QueryDict, language: str) -> Proposal:
    kind = listing._meta.model_name
    values = {key: typed.getlist(key) for key in typed if key not in NOT_KEPT}
    facts = {"typed": values, "made_at": timezone.now(), "name": str(listing), "language": language}
    facts["organization_id"] = listing.pk if kind == "organization" else listing.organization_id
    draft, first = Proposal.objects.get_or_create(
        kind=kind, listing_id=listing.pk, by=by, state=State.DRAFT, defaults=facts
    )
    if not first:
        Proposal.objects.filter(pk=draft.pk).update(**facts)
    return draft


def typed_in(draft: Proposal) -> QueryDict:
    typed = QueryDict(mutable=True)
    for key, values in draft.typed.items():
        typed.setlist(key, values)
    return typed


def drop_draft(listing: Any, by: Any) -> None:
    Proposal.objects.of_listing(listing).filter(by=by, state=State.DRAFT).delete()


def forget_old_drafts() -> None:
    """A step of `tick`."""
    Proposal.objects.filter(state=State.DRAFT, made_at__lt=timezone.now() - KEPT_FOR).delete()
