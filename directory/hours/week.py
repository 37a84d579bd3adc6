"""The table of opening hours of the coming week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from core.clock import ONE_DAY, hours_in_words, time_in_words
from directory.hours.days import exceptions_in_force, hours_by_day, is_readable, is_whole_day
from directory.hours.merging import Span
from directory.hours.rules import DateException, Rule
from directory.hours.wording import in_language


@dataclass(frozen=True, kw_only=True)
class HoursInWords:
    """`words` says it all, for example "9 a.m. to noon"; the times alone are for tables."""

    opens: str
    closes: str
    words: str
    by_appointment: bool
    whole_day: bool


@dataclass(frozen=True, kw_only=True)
class Day:
    """`by_appointment` when nobody may just walk in all day."""

    date: date
    is_today: bool
    spans: tuple[HoursInWords, ...]
    reason: object = ""

    @property
    def closed(self) -> bool:
        return not self.spans

    @property
    def by_appointment(self) -> bool:
        return bool(self.spans) and all(span.by_appointment for span in self.spans)


def week_table(
    rules: Iterable[Rule], exceptions: Iterable[DateException], today: date, language: str | None = None
) -> list[Day]:
    """Seven days from today on, a night under the day on which it begins; empty when the hours are unknown."""
    rules, exceptions = list(rules), list(exceptions)
    if not any(map(is_readable, rules)):
        return []
    hours = hours_by_day(rules, exceptions, today, today + 6 * ONE_DAY)
    with in_language(language):
        return [
            Day(
                date=day,
                is_today=day == today,
                spans=tuple(map(_in_words, spans)),
                reason=next((each.reason for each in exceptions_in_force(exceptions, day) if each.reason), ""),
            )
            for day, spans in hours.items()
        ]


def _in_words(span: Span) -> HoursInWords:
    opens, closes = span.opens.time(), span.closes.time()
    whole_day = is_whole_day(span)
    if whole_day:
        words = gettext("By appointment") if span.by_appointment else gettext("All day and night")
    elif span.by_appointment:
        words = gettext("%(hours)s, by appointment") % {"hours": hours_in_words(opens, closes)}
    else:
        words = hours_in_words(opens, closes)
    return HoursInWords(
        opens=time_in_words(opens),
        closes=time_in_words(closes),
        words=words,
        by_appointment=span.by_appointment,
        whole_day=whole_day,
    )
