"""Forms and flyers that partners add: private until somebody accepts them, deleted when nobody does."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from partners.models import Change, PartnerFile, Proposal, State, Verdict
from partners.rights import decides, organizations_of
from schools.pairs.models import DocumentPair

KEPT_FOR = timedelta(days=30)
BEGIN = "files/"


def may_see(user: Any, pair: DocumentPair) -> bool:
    """A private audience of documents: the people of the organization, and who decides."""
    own = PartnerFile.objects.filter(paper=pair).first()
    if own is None:
        return False
    return decides(user) or organizations_of(user).filter(pk=own.organization_id).exists()


def when_decided(sender: Any, proposal: Proposal, **_kwargs: Any) -> None:
    """What was accepted can be opened by everybody from now on."""
    accepted = proposal.changes.filter(path__startswith=BEGIN).exclude(verdict=Verdict.RETURNED)
    keys = papers_in(accepted.values_list("proposed", flat=True))
    DocumentPair.objects.filter(pk__in=PartnerFile.objects.filter(paper__in=keys).values("paper")).update(
        is_private=False
    )
    PartnerFile.objects.filter(paper__in=keys).delete()


def forget_papers() -> None:
    """A step of `tick`: what was begun and never sent, and what was returned."""
    waiting = Change.objects.filter(proposal__state=State.WAITING, path__startswith=BEGIN)
    old = PartnerFile.objects.filter(made_at__lt=timezone.now() - KEPT_FOR)
    left = old.exclude(paper__in=papers_in(waiting.values_list("proposed", flat=True)))
    DocumentPair.objects.filter(pk__in=left.values("paper"), is_private=True).delete()


def papers_in(rows: Any) -> set[int]:
    """Keys of the papers that rows of files name."""
    return {int(row["paper"]) for row in rows if isinstance(row, dict) and row.get("paper")}
