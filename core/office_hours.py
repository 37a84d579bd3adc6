from datetime import time
from typing import Protocol

from django.utils.translation import gettext

from core.clock import hours_in_words, weekday_in_words

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Office(Protocol):
    """Whoever has an office: the district, a school."""

    office_days: str
    office_opens: time | None
    office_closes: time | None


def office_hours(office: Office) -> str:
    """ "Monday to Friday, 8 a.m. to 4:30 p.m." in the active language; empty when the hours are not set."""
    numbers = [DAYS.index(day) for day in office.office_days.split(",") if day in DAYS]
    if not numbers or office.office_opens is None or office.office_closes is None:
        return ""
    hours = hours_in_words(office.office_opens, office.office_closes)
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        values = {"first": weekday_in_words(numbers[0]), "last": weekday_in_words(numbers[-1]), "hours": hours}
        return gettext("%(first)s to %(last)s, %(hours)s") % values
    days = ", ".join(weekday_in_words(number) for number in numbers)
    return gettext("%(days)s, %(hours)s") % {"days": days, "hours": hours}
