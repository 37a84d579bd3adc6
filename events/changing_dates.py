"""One date is cancelled, moved, added or put back, without anything else of the event going public."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from core.drafts import carry_over, draft_of
from events.models import ChangedDate, EventPage

PLAIN: dict[str, Any] = {"reason": {}, "new_day": None, "begins": None, "ends": None}


@transaction.atomic
def change_date(event: EventPage, day: date, facts: Mapping[str, Any] | None, *, by: Any) -> None:
    """Publish the event with this one date changed; `facts` are those of a `ChangedDate`, None puts it back.

    A draft somebody is writing gets the same change, whatever it said of this day: published later, it would undo
    what people have been told by then.
    """
    live = EventPage.objects.get(pk=event.pk)
    draft = draft_of(live)
    _set(live, day, facts)
    live.save_revision(user=by, log_action=True, clean=False).publish(user=by)
    if draft is not None:
        drafted = draft.as_object()
        _set(drafted, day, facts)
        carry_over(draft, drafted)


def _set(event: EventPage, day: date, facts: Mapping[str, Any] | None) -> None:
    rows = list(event.changed_dates.all())
    kept = [row for row in rows if row.day != day]
    if facts is not None:
        row = next((row for row in rows if row.day == day), None) or ChangedDate(day=day, sort_order=len(rows))
        for name, value in {**PLAIN, **facts}.items():
            setattr(row, name, value)
        kept.append(row)
    event.changed_dates.set(kept)
