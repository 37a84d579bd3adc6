"""A shift for the calendar of a phone: its own times, the place, and what to bring."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from events.calendar_events import uid
from events.ics.writing import CalendarEvent, calendar_of
from events.recurrence.series import Series
from events.signups.models import ShiftDate, SignUp
from events.signups.shown import ShownShift, shown_shift


def calendar_file(sign_up: SignUp) -> bytes:
    """The same UID for ever, so that a calendar takes a later file for a change of what it has."""
    row, language = ShiftDate.objects.whole().get(pk=sign_up.shift_date_id), sign_up.language
    with override(language):
        shift = shown_shift(row, language)
        return calendar_of([_event(row, shift, language)], name=shift.title.text, language=language)


def _event(row: ShiftDate, shift: ShownShift, language: str) -> CalendarEvent:
    event = row.occurrence.event
    starts = row.starts_at.astimezone(event.zone)
    ends = row.ends_at.astimezone(event.zone).time() if row.ends_at else None
    edition = getattr(event, "edition", None)
    lines = (shift.role.text, shift.note.text, shift.bring.text, shift.contact_phone)
    return CalendarEvent(
        uid=uid(f"shift-{row.pk}"),
        series=Series(first_day=starts.date(), zone=event.zone, begins=starts.time(), ends=ends),
        title=f"{shift.title.text}: {shift.role.text}",
        language=language,
        stamp=edition.changed_at if edition else timezone.now(),
        sequence=edition.number if edition else 0,
        description="\n".join(filter(None, lines)),
        place=shift.place.in_one_line or shift.online_url,
        url=f"{settings.PUBLIC_URL}{shift.url}",
        is_cancelled=row.off,
    )
