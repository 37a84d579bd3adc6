"""A rule, and the dates on which the rules do not hold, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, pgettext

from core.clock import MIDNIGHT, day_in_words, hours_in_words
from directory.hours.answers import LOOKS_AHEAD
from directory.hours.day_words import days_in_words
from directory.hours.days import is_readable
from directory.hours.recurrence import pattern_of
from directory.hours.rules import DateException, Rule
from directory.hours.wording import in_language


@dataclass(frozen=True, kw_only=True)
class Notice:
    """The reason stays apart from our words because it may be in another language than they are."""

    words: str
    exception: DateException

    @property
    def reason(self) -> object:
        return self.exception.reason

    def __str__(self) -> str:
        return f"{self.words}: {self.reason}" if self.reason else self.words


def exceptions_in_words(exceptions: Iterable[DateException], today: date, language: str | None = None) -> list[Notice]:
    """Those of today and of the next 60 days, in their order."""
    coming = [
        exception
        for exception in exceptions
        if exception.says_something and exception.last_day >= today and exception.starts_on <= today + LOOKS_AHEAD
    ]
    coming.sort(key=lambda exception: (exception.starts_on, exception.opens_at or MIDNIGHT))
    with in_language(language):
        return [Notice(words=_exception(exception), exception=exception) for exception in coming]


def rule_in_words(rule: Rule, language: str | None = None) -> str:
    """For example "Second Saturday of the month, 9 a.m. to noon"; empty when the rule cannot be read."""
    pattern = pattern_of(rule)
    if pattern is None or not is_readable(rule):
        return ""
    with in_language(language):
        days = days_in_words(pattern)
        if pattern.is_always:
            return gettext("By appointment")
        if rule.opens_at is None or rule.closes_at is None:
            return gettext("%(days)s, by appointment") % {"days": days}
        values = {"days": days, "hours": hours_in_words(rule.opens_at, rule.closes_at)}
        if rule.by_appointment:
            return gettext("%(days)s, %(hours)s, by appointment") % values
        return pgettext("opening hours", "%(days)s, %(hours)s") % values


def _exception(exception: DateException) -> str:
    values = {"first_day": day_in_words(exception.starts_on), "last_day": day_in_words(exception.last_day)}
    one_day = exception.starts_on == exception.last_day
    if exception.opens_at is None or exception.closes_at is None or exception.closed:
        if one_day:
            return gettext("Closed %(first_day)s") % values
        return gettext("Closed from %(first_day)s to %(last_day)s") % values
    values["hours"] = hours_in_words(exception.opens_at, exception.closes_at)
    if one_day:
        return gettext("Open %(first_day)s, %(hours)s") % values
    return gettext("Open from %(first_day)s to %(last_day)s, %(hours)s") % values
