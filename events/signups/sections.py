"""What an event's page shows of its shifts: each coming date with what is still free."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from events.models import EventPage
from events.sections import Section
from events.signups.models import ShiftDate
from events.signups.shown import shown_shifts

DATES_SHOWN = 6


def shifts_section(event: EventPage, language: str, _request: HttpRequest) -> Section | None:
    rows = ShiftDate.objects.open_to_sign_up(timezone.now()).filter(occurrence__event=event).whole()
    by_date = [list(group) for _date, group in groupby(rows, key=lambda row: row.occurrence_id)][:DATES_SHOWN]
    if not by_date:
        return None
    dates: list[dict[str, Any]] = []
    for group in by_date:
        shifts = shown_shifts(group, language)
        dates.append({"day": shifts[0].day, "shifts": shifts, "left": _left(group)})
    return Section("events/signups/section.html", {"dates": dates, "many": len(dates) > 1})


def _left(rows: list[ShiftDate]) -> str:
    """Of all shifts of a date together."""
    left = sum(row.left for row in rows)
    if not left:
        return gettext("Full: you can wait for a place")
    return ngettext("%(left)s place left", "%(left)s places left", left) % {"left": left}
