"""Looking into a partner's calendar: new events become drafts, drafts follow, what an editor touched is left alone."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.ics.foreign import ForeignEvent
from events.ics.reading import read_calendar
from events.importing.fetching import fetched
from events.importing.models import ImportedEvent, PartnerCalendar
from events.importing.pages import content_mark, new_page, rewrite
from events.recurrence.dates import next_happenings

READ_EVERY = timedelta(hours=6)
MOST_NEW = 100  # Drafts from one reading; nobody reviews more in a day.
LONGEST_MARK = 255
State = ImportedEvent.State


def read_all_due() -> None:
    """Each is taken before it is read: two ticks at once never read the same, and one that fails holds up no other."""
    now = timezone.now()
    due = Q(last_read_at=None) | Q(last_read_at__lt=now - READ_EVERY)
    for calendar in PartnerCalendar.objects.filter(due, is_active=True).exclude(address=""):
        if PartnerCalendar.objects.filter(due, pk=calendar.pk).update(last_read_at=now):
            read_from_address(calendar)


def read_from_address(calendar: PartnerCalendar) -> list[str]:
    """The problems, kept beside the calendar too; what was imported before stays as it was."""
    try:
        content = fetched(calendar.address)
    except ValidationError as error:
        return _noted(calendar, error.messages)
    return read_file(calendar, content)


def read_file(calendar: PartnerCalendar, content: bytes) -> list[str]:
    try:
        found = read_calendar(content)
    except ValidationError as error:
        return _noted(calendar, error.messages)
    coming = [event for event in found.events if _is_coming(event) and not event.is_cancelled]
    problems = [*found.problems, *_keep(calendar, coming)]
    if not found.problems:  # An event that could not be read has not gone.
        _mark_gone(calendar, {_mark_of(event) for event in coming})
    return _noted(calendar, problems)


def _noted(calendar: PartnerCalendar, problems: list[str]) -> list[str]:
    calendar.last_read_at, calendar.last_problem = timezone.now(), "\n".join(problems)
    calendar.save(update_fields=["last_read_at", "last_problem"])
    return problems


def _is_coming(event: ForeignEvent) -> bool:
    return bool(next_happenings(event.series, timezone.localdate(timezone=event.series.zone), 1))


def _mark_of(event: ForeignEvent) -> str:
    return event.uid if len(event.uid) <= LONGEST_MARK else hashlib.sha256(event.uid.encode()).hexdigest()


def _keep(calendar: PartnerCalendar, events: Iterable[ForeignEvent]) -> list[str]:
    known = {row.foreign_uid: row for row in calendar.events.select_related("page")}
    problems, made, waiting = [], 0, 0
    for event in events:
        row = known.get(_mark_of(event))
        if row is None and made >= MOST_NEW:
            waiting += 1
            continue
        try:
            with transaction.atomic():
                made += _keep_one(calendar, row, event)
        except IntegrityError:
            continue  # Somebody pressed "Read it now" at the same moment, and has it.
        except ValidationError as error:
            problems.append(f"“{event.title}”: {' '.join(error.messages)}")
    if waiting:
        words = ngettext(
            "%(number)s event waits for the next reading.", "%(number)s events wait for the next reading.", waiting
        )
        problems.append(words % {"number": waiting})
    return problems


def _keep_one(calendar: PartnerCalendar, row: ImportedEvent | None, event: ForeignEvent) -> bool:
    """Whether a draft was made."""
    if row is None:
        _import(calendar, event)
        return True
    mark = content_mark(event)
    if row.page is None or (row.content == mark and row.state != State.GONE):
        return False
    if _is_untouched(row):
        rewrite(row.page, event)
        row.revision, row.state = row.page.save_revision(clean=False).pk, State.DRAFT
    elif row.content != mark:
        row.state = State.CHANGED
    else:
        row.state = State.SETTLED
    row.content = mark
    row.save()
    return False


def _import(calendar: PartnerCalendar, event: ForeignEvent) -> None:
    page = new_page(calendar, event)
    if page is None:
        raise ValidationError(_("There is no page for events yet."))
    revision = page.save_revision(clean=False)
    calendar.events.create(
        foreign_uid=_mark_of(event), page=page, revision=revision.pk, content=content_mark(event), state=State.DRAFT
    )


def _is_untouched(row: ImportedEvent) -> bool:
    """Neither published nor saved by anybody since we made it."""
    page = row.page
    return (
        page is not None and not page.live and not page.first_published_at and page.latest_revision_id == row.revision
    )


def _mark_gone(calendar: PartnerCalendar, there: set[str]) -> None:
    """Only what would still take place: an event that is over leaves most calendars by itself."""
    rows = calendar.events.exclude(foreign_uid__in=there).exclude(state=State.GONE).exclude(page=None)
    for row in rows.select_related("page"):
        series = row.page.series if row.page else None
        if series and next_happenings(series, timezone.localdate(), 1):
            row.state = State.GONE
            row.save()
