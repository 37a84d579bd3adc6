from django.utils.translation import gettext

from core.models import District
from directory.hours.clock import hours_in_words, weekday_in_words

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def office_hours(district: District) -> str:
    """ "Monday to Friday, 8 a.m. to 4:30 p.m." in the active language; empty when the hours are not set."""
    numbers = [DAYS.index(day) for day in district.office_days.split(",") if day in DAYS]
    if not numbers or district.office_opens is None or district.office_closes is None:
        return ""
    hours = hours_in_words(district.office_opens, district.office_closes)
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        values = {"first": weekday_in_words(numbers[0]), "last": weekday_in_words(numbers[-1]), "hours": hours}
        return gettext("%(first)s to %(last)s, %(hours)s") % values
    days = ", ".join(weekday_in_words(number) for number in numbers)
    return gettext("%(days)s, %(hours)s") % {"days": days, "hours": hours}
