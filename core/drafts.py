"""What goes public while somebody is writing a draft: the draft stays a draft, with the change in it."""

from typing import Any

from wagtail.models import Revision


def draft_of(thing: Any) -> Revision | None:
    """What somebody is writing beside what is public."""
    return thing.latest_revision if thing.has_unpublished_changes else None


def carry_over(draft: Revision, changed: Any) -> Revision:
    """Keep `changed`, the draft with the change in it, in the name of its author; a review of it goes on with that."""
    carried: Revision = changed.save_revision(user=draft.user, clean=False)
    for state in draft.task_states.filter(finished_at=None):
        state.revision = carried
        state.save(update_fields=["revision"])
    return carried
