"""The answer to "Is it open now?" as a sentence."""

from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, override, pgettext_lazy

from core.clock import MIDNIGHT, ONE_DAY, day_in_words, time_in_words, weekday_in_words
from directory.hours.answers import Opening


class Sentence(NamedTuple):
    """Spanish says "a las 9" but "a la 1": every sentence with a time exists twice."""

    any_time: str | Promise
    one_oclock: str | Promise

    def at(self, moment: datetime, day: str = "") -> str:
        chosen = self.one_oclock if moment.hour in (1, 13) else self.any_time
        return str(chosen) % {"time": time_in_words(moment.time()), "day": day}


OPEN_UNTIL = Sentence(
    gettext_lazy("Open now until %(time)s"),
    pgettext_lazy("one o'clock", "Open now until %(time)s"),
)
OPEN_UNTIL_WEEKDAY = Sentence(
    gettext_lazy("Open now until %(day)s at %(time)s"),
    pgettext_lazy("one o'clock", "Open now until %(day)s at %(time)s"),
)
OPENS_TODAY = Sentence(
    gettext_lazy("Closed. Opens today at %(time)s"),
    pgettext_lazy("one o'clock", "Closed. Opens today at %(time)s"),
)
OPENS_TOMORROW = Sentence(
    gettext_lazy("Closed. Opens tomorrow at %(time)s"),
    pgettext_lazy("one o'clock", "Closed. Opens tomorrow at %(time)s"),
)
OPENS_ON_WEEKDAY = Sentence(
    gettext_lazy("Closed. Opens %(day)s at %(time)s"),
    pgettext_lazy("one o'clock", "Closed. Opens %(day)s at %(time)s"),
)
OPENS_ON_DATE = Sentence(
    gettext_lazy("Closed. Opens %(day)s, at %(time)s"),
    pgettext_lazy("one o'clock", "Closed. Opens %(day)s, at %(time)s"),
)


def sentence(opening: Opening, now: datetime, language: str | None = None) -> str:
    """In the language asked for, else in the active one."""
    with in_language(language):
        match opening.state:
            case "open":
                return _open(opening.until, now)
            case "closed":
                return _closed(opening.opens, now)
            case "appointment":
                return gettext("By appointment")
            case "unknown":
                return gettext("Hours not known. Please call.")


def in_language(language: str | None) -> AbstractContextManager[None]:
    return override(language) if language else nullcontext()


def _open(until: datetime | None, now: datetime) -> str:
    if until is None or _days_away(until, now) > 6:
        return gettext("Open now, all day and night")
    if until.astimezone(UTC) - now.astimezone(UTC) <= ONE_DAY:
        return OPEN_UNTIL.at(until)
    # "Until Sunday at midnight" means the end of Sunday to everybody, and the beginning of Monday to a clock.
    last_day = until - ONE_DAY if until.time() == MIDNIGHT else until
    return OPEN_UNTIL_WEEKDAY.at(until, weekday_in_words(last_day.weekday()))


def _closed(opens: datetime | None, now: datetime) -> str:
    if opens is None:
        return gettext("Closed for now. Please call.")
    if opens.time() == MIDNIGHT:
        return _closed_until_midnight(opens, now)
    days = _days_away(opens, now)
    if days == 0:
        return OPENS_TODAY.at(opens)
    if days == 1:
        return OPENS_TOMORROW.at(opens)
    if days <= 6:
        return OPENS_ON_WEEKDAY.at(opens, weekday_in_words(opens.weekday()))
    return OPENS_ON_DATE.at(opens, day_in_words(opens.date()))


def _closed_until_midnight(opens: datetime, now: datetime) -> str:
    """Nobody knows which night "Saturday at midnight" is, so only the day is named."""
    days = _days_away(opens, now)
    if days == 1:
        return gettext("Closed. Opens tomorrow")
    day = weekday_in_words(opens.weekday()) if days <= 6 else day_in_words(opens.date())
    return gettext("Closed. Opens %(day)s") % {"day": day}


def _days_away(moment: datetime, now: datetime) -> int:
    return (moment.date() - now.astimezone(moment.tzinfo).date()).days
