"""Whether there is time enough to find somebody: a plain answer, at once."""

from datetime import date

from django.conf import settings

from schools.calendar import due_after, today


def lead_days(language: str) -> int:
    """Business days the office needs for a language; each language has the general number unless it has its own."""
    days: dict[str, int] = settings.INTERPRETER_LEAD_DAYS
    return days.get(language, days[""])


def is_in_time(language: str, needed_on: date, *, since: date | None = None) -> bool:
    return due_after(lead_days(language), since=since or today()) <= needed_on


def answer_due_on() -> date:
    return due_after(settings.INTERPRETER_ANSWER_DAYS)
