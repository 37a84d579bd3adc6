"""Hours that volunteers gave, as whole minutes inside their shifts."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import number_format

from core.languages import Word
from events.attending.models import Attendance
from events.signups.shown import shown_shifts
from events.volunteers.models import Volunteer


@dataclass(frozen=True)
class Given:
    """One line of a statement."""

    title: Word
    role: Word
    day: str
    minutes: int
    assumed: bool

    @property
    def hours(self) -> str:
        return in_hours(self.minutes)


@dataclass(frozen=True)
class Hours:
    lines: list[Given]

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)

    @property
    def hours(self) -> str:
        return in_hours(self.minutes)

    @property
    def assumed_hours(self) -> str:
        """Empty where somebody saw every end."""
        minutes = sum(line.minutes for line in self.lines if line.assumed)
        return in_hours(minutes) if minutes else ""


def in_hours(minutes: int) -> str:
    """With one decimal, as the reader's language writes it."""
    return str(number_format(minutes / 60, 1))


def school_year(day: date) -> tuple[date, date]:
    """First and last day of the school year of this day."""
    first = _first_day_of_any()
    begins = first.replace(year=day.year)
    if day < begins:
        begins = first.replace(year=day.year - 1)
    return begins, begins.replace(year=begins.year + 1) - timedelta(days=1)


def _first_day_of_any() -> date:
    """Of any year: a day that is none must not keep anybody from their hours."""
    try:
        return date.fromisoformat(f"2001-{settings.SCHOOL_YEAR_BEGINS}")
    except ValueError:
        return date(2001, 7, 1)


def given_between(start: date, end: date) -> QuerySet[Attendance]:
    """Both days included, by the clocks of the district; only what is over and counted."""
    zone = timezone.get_default_timezone()
    first = datetime.combine(start, time(), zone)
    after = datetime.combine(end + timedelta(days=1), time(), zone)
    given = Attendance.objects.filter(
        left_at__isnull=False,
        sign_up__shift_date__starts_at__gte=first,
        sign_up__shift_date__starts_at__lt=after,
    )
    return given.select_related("sign_up__shift_date__occurrence__event__locale").order_by(
        "sign_up__shift_date__starts_at", "pk"
    )


def hours_of(volunteer: Volunteer, start: date, end: date, language: str) -> Hours:
    """For a statement, and for the volunteer's own page. In an active language."""
    given = list(given_between(start, end).filter(sign_up__volunteer=volunteer))
    shifts = shown_shifts([each.sign_up.shift_date for each in given], language)
    return Hours(
        [
            Given(shift.title, shift.role, shift.day, each.minutes, each.assumed)
            for each, shift in zip(given, shifts, strict=True)
        ]
    )
