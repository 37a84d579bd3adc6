"""The office decides, value by value; what it accepts goes public in the same transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.applying import publish_changes
from partners.comparing import Difference, Standing, differences
from partners.models import Change, Proposal, State
from partners.models import Verdict as Kind
from partners.values import values_of

decided = Signal()  # With `proposal`, after it was stored and before the transaction ends.

_AS_PROPOSED = object()


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`seen` is what the public read while this was decided; `value` what it shall read instead of the proposal."""

    accept: bool
    seen: Any = None
    value: Any = _AS_PROPOSED
    reason: str = ""


class DecidedError(ValidationError):
    """Somebody else was quicker; nothing was changed."""


class MovedOnError(ValidationError):
    """`paths` were changed by somebody after the moderator had read them; nothing was changed."""

    def __init__(self, paths: list[str]):
        super().__init__(_("Somebody has changed the listing meanwhile. Please look at the marked lines again."))
        self.paths = paths


def standing(proposal: Proposal) -> list[Difference]:
    listing = proposal.listing
    current = values_of(listing) if listing is not None else {}
    return differences(proposal.base, current, proposal.changed)


@transaction.atomic
def decide(proposal_id: int, verdicts: Mapping[str, Verdict], *, by: Any) -> Proposal:
    """Every change of the proposal gets a verdict.

    Raises DecidedError, MovedOnError, or ValidationError for a verdict that is missing or returns without a reason.
    """
    proposal = Proposal.objects.select_for_update().get(pk=proposal_id)
    if proposal.state != State.WAITING:
        raise DecidedError(_("Somebody has decided this already: %(state)s.") % {"state": proposal.get_state_display()})
    listing = proposal.model.objects.select_for_update(of=("self",)).filter(pk=proposal.listing_id).first()
    if listing is None:
        raise ValidationError(_("The listing is not there any more. Withdraw the proposal."))
    changes = list(proposal.changes.all())
    _check(changes, verdicts)
    accepted = _accepted(proposal, changes, verdicts, values_of(listing))
    for change in changes:
        _note_verdict(change, verdicts[change.path])
    if accepted:
        note = {"proposal": proposal.reference, "approved_by": str(by), "why": proposal.note}
        publish_changes(listing, accepted, by=proposal.by, approved_by=by, note=note)
    proposal.state, proposal.decided_at, proposal.decided_by = State.DECIDED, timezone.now(), by
    proposal.save(update_fields=["state", "decided_at", "decided_by"])
    decided.send(Proposal, proposal=proposal)
    return proposal


def _check(changes: list[Change], verdicts: Mapping[str, Verdict]) -> None:
    if any(change.path not in verdicts for change in changes):
        raise ValidationError(_("Decide about every line, please."))
    if any(not verdicts[change.path].accept and not verdicts[change.path].reason.strip() for change in changes):
        raise ValidationError(_("Say why where you return something: the partner reads it."))


def _accepted(
    proposal: Proposal, changes: list[Change], verdicts: Mapping[str, Verdict], current: Mapping[str, Any]
) -> dict[str, Any]:
    """What is to go public; nothing at all where one line was read in a version that is no more."""
    kept = [change for change in changes if verdicts[change.path].accept]
    now = differences(proposal.base, current, {change.path: change.proposed for change in kept})
    moved = [each.path for each in now if each.current != verdicts[each.path].seen]
    if moved:
        raise MovedOnError(moved)
    wanted = {change.path: _value(change, verdicts[change.path]) for change in kept}
    settled = {each.path for each in now if each.standing == Standing.DONE}
    return {path: value for path, value in wanted.items() if path not in settled or value != proposal.changed[path]}


def _value(change: Change, verdict: Verdict) -> Any:
    return change.proposed if verdict.value is _AS_PROPOSED else verdict.value


def _note_verdict(change: Change, verdict: Verdict) -> None:
    change.reason = verdict.reason.strip()
    change.verdict = Kind.ACCEPTED if verdict.accept else Kind.RETURNED
    if verdict.accept and _value(change, verdict) != change.proposed:
        change.verdict, change.published = Kind.EDITED, verdict.value
    change.save(update_fields=["verdict", "published", "reason"])
