from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from events.models import EventPage, Occurrence
from events.public.dates import ShownDate, shown_dates
from events.signups.models import SignUp
from events.signups.models.sign_ups import HOLDING, State


@dataclass(frozen=True)
class DateRow:
    """`shown.key` names the date in addresses; `people` hold a place in it, `waiting` wait for one."""

    shown: ShownDate
    is_extra: bool
    is_changed: bool
    people: int
    waiting: int

    @property
    def told(self) -> int:
        return self.people + self.waiting


def coming_rows(event: EventPage, language: str) -> list[DateRow]:
    """`event` is a facts page; four queries for any number of dates."""
    return list(_rows(event, event.occurrences.coming(timezone.now()), language))


def row_of(event: EventPage, occurrence: Occurrence, language: str) -> DateRow:
    return next(_rows(event, event.occurrences.filter(pk=occurrence.pk), language))


def _rows(event: EventPage, found: Iterable[Occurrence], language: str) -> Iterator[DateRow]:
    dates = list(found)
    kinds = {row.day: row.kind for row in event.changed_dates.all()}
    held, waiting = _counts(dates, HOLDING), _counts(dates, (State.WAITING,))
    for row, shown in zip(dates, shown_dates(event, dates, language), strict=True):
        kind = kinds.get(row.day, "")
        yield DateRow(shown, kind == "extra", bool(kind), held[row.pk], waiting[row.pk])


def _counts(dates: list[Occurrence], states: tuple[str, ...]) -> Counter[int]:
    rows = SignUp.objects.filter(shift_date__occurrence__in=dates, state__in=states)
    return Counter(rows.values_list("shift_date__occurrence_id", flat=True))
