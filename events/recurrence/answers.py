"""A rule as people say it: how often, on which days, until when. What that cannot say stays a rule of its own."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.recurrence.parts import Parts, UnreadableError, Weekday, parts_of


class Repeats(models.TextChoices):
    NEVER = "", _("does not repeat")
    DAILY = "DAILY", _("every day")
    WEEKLY = "WEEKLY", _("every week")
    ON_THE_DATE = "ON_THE_DATE", _("every month on the same date")
    ON_THE_WEEKDAY = "ON_THE_WEEKDAY", _("every month on a weekday, for example the first Saturday")
    YEARLY = "YEARLY", _("every year on the same date")
    OWN = "OWN", _("by a rule of its own (RRULE)")


class Ends(models.TextChoices):
    NEVER = "", _("never")
    ON = "ON", _("on a day")
    AFTER = "AFTER", _("after a number of times")


WEEKS = [
    ("1", _("first")),
    ("2", _("second")),
    ("3", _("third")),
    ("4", _("fourth")),
    ("-1", _("last")),
]
MOST_INTERVAL = 99
FREQUENCIES = {
    Repeats.DAILY: "DAILY",
    Repeats.WEEKLY: "WEEKLY",
    Repeats.ON_THE_DATE: "MONTHLY",
    Repeats.ON_THE_WEEKDAY: "MONTHLY",
    Repeats.YEARLY: "YEARLY",
}


@dataclass(frozen=True, kw_only=True)
class Answers:
    repeats: str = Repeats.NEVER
    interval: int = 1
    days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    ends: str = Ends.NEVER
    until: date | None = None
    count: int | None = None
    own: str = ""


def answers_of(rule: str) -> Answers:
    """Those that say exactly the rule; else the rule itself, untouched."""
    if not rule:
        return Answers()
    try:
        parts = parts_of(rule)
    except UnreadableError:
        return Answers(repeats=Repeats.OWN, own=rule)
    said = _said(parts)
    is_offered = {str(week) for week in said.weeks} <= dict(WEEKS).keys() and said.interval <= MOST_INTERVAL
    return said if is_offered and rule_of(said) == str(parts) else Answers(repeats=Repeats.OWN, own=rule)


def rule_of(answers: Answers) -> str:
    """Answers that do not belong to what was chosen are not heard: without scripts, they stand in the form too."""
    if answers.repeats in (Repeats.NEVER, Repeats.OWN):
        return answers.own.strip() if answers.repeats == Repeats.OWN else ""
    weekdays: tuple[Weekday, ...] = ()
    if answers.repeats == Repeats.WEEKLY:
        weekdays = tuple(Weekday(day) for day in sorted(answers.days))
    elif answers.repeats == Repeats.ON_THE_WEEKDAY:
        weekdays = tuple(Weekday(day, week) for week in answers.weeks for day in sorted(answers.days))
    parts = Parts(
        freq=FREQUENCIES[Repeats(answers.repeats)],
        interval=answers.interval,
        weekdays=weekdays,
        until=answers.until if answers.ends == Ends.ON else None,
        count=answers.count if answers.ends == Ends.AFTER else None,
    )
    return str(parts)


def _said(parts: Parts) -> Answers:
    answers = Answers(
        repeats=parts.freq,
        interval=parts.interval,
        days=tuple(sorted({weekday.day for weekday in parts.weekdays})),
        weeks=tuple(dict.fromkeys(weekday.number for weekday in parts.weekdays if weekday.number)),
        ends=Ends.ON if parts.until else Ends.AFTER if parts.count else Ends.NEVER,
        until=parts.until,
        count=parts.count,
    )
    if parts.freq != "MONTHLY":
        return answers
    return replace(answers, repeats=Repeats.ON_THE_WEEKDAY if parts.weekdays else Repeats.ON_THE_DATE)
