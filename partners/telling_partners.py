"""What became of a proposal, told to whoever sent it, in the language they sent it in."""

from typing import Any

from django.utils.translation import override

from partners.emails import tell_of_decision
from partners.models import Proposal
from partners.wording import lines_of


def when_decided(sender: Any, proposal: Proposal, **_kwargs: Any) -> None:
    with override(proposal.language):
        lines = [(line.label, line.verdict, line.reason) for line in lines_of(proposal)]
        tell_of_decision(proposal, lines)
