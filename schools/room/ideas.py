"""The idea board: an idea is raised, discussed, decided, in this order and never back."""

from django.db import transaction
from django.utils import timezone

from schools.room.entering import Member
from schools.room.models import Idea

State = Idea.State
NEXT = {State.RAISED: State.DISCUSSED, State.DISCUSSED: State.DECIDED}


class NotNow(ValueError):
    """The idea has moved on meanwhile, or a decision has no words."""


def raise_idea(text: str, *, language: str, by: Member) -> Idea:
    return Idea.objects.create(text=text, language=language, raised_by=by.name)


@transaction.atomic
def move(idea: int, *, to: str, outcome: str = "") -> Idea:
    """One step on. A decision needs its words: what was decided is what people come back for."""
    found = Idea.objects.select_for_update().get(pk=idea)
    if NEXT.get(State(found.state)) != to or (to == State.DECIDED and not outcome.strip()):
        raise NotNow
    found.state, found.moved_at = to, timezone.now()
    if to == State.DECIDED:
        found.outcome = outcome.strip()
    found.save(update_fields=["state", "moved_at", "outcome"])
    return found
