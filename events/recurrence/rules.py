"""Whether a rule can be kept, and the one spelling it is kept in."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.recurrence.parts import Parts, TooOftenError, UnknownPartError, UnreadableError, parts_of
from events.recurrence.rule_dates import first_days

MOST_DATES = 3000  # Every day for eight years; what has no end is not counted.


def checked_rule(text: str, first_day: date) -> str:
    """The rule as it is stored; a `ValidationError` that a school's office understands when it cannot be kept.

    Empty stays empty. A last day is stored as a day: whoever writes calendars makes a moment of it.
    """
    rule = spelled(text)
    if rule:
        _gives_dates(parts_of(rule), first_day)
    return rule


def spelled(text: str) -> str:
    """As far as a rule can be checked without its first day."""
    if not text.strip():
        return ""
    try:
        parts = parts_of(text)
        _fits_together(parts)
    except TooOftenError as error:
        raise ValidationError(_("Every day is the most: a rule gives days, and the times stand beside it.")) from error
    except UnknownPartError as error:
        raise ValidationError(_("“%(part)s” is not understood here.") % {"part": error}) from error
    except UnreadableError as error:
        words = _("This rule cannot be read at “%(part)s”. A rule looks like this: FREQ=WEEKLY;BYDAY=TU")
        raise ValidationError(words % {"part": error}) from error
    return str(parts)


def _fits_together(parts: Parts) -> None:
    """As the tables of RFC 5545 §3.3.10 allow."""
    if parts.count and parts.until:
        raise ValidationError(_("Give a last day or a number of times, not both."))
    yearly, often = parts.freq == "YEARLY", parts.freq in ("DAILY", "WEEKLY")
    numbered = any(day.number for day in parts.weekdays)
    chosen = parts.months or parts.weeks or parts.yeardays or parts.monthdays or parts.weekdays
    misplaced = (
        (parts.weeks or parts.yeardays) and not yearly,
        parts.monthdays and parts.freq == "WEEKLY",
        numbered and (often or parts.weeks),
        parts.positions and not chosen,
        parts.has_impossible_numbers,
    )
    if any(misplaced):
        raise ValidationError(_("The parts of this rule do not fit together."))


def _gives_dates(parts: Parts, first_day: date) -> None:
    if parts.until and parts.until < first_day:
        raise ValidationError(_("The last day is before the first day."))
    has_end = parts.count or parts.until
    days = first_days(parts, first_day, MOST_DATES + 1 if has_end else 1)
    if not days:
        raise ValidationError(_("No day fits this rule."))
    if len(days) > MOST_DATES:
        words = ngettext("More than %(number)s date.", "More than %(number)s dates.", MOST_DATES)
        end = _("Choose an earlier last day, or fewer times.")
        raise ValidationError(f"{words % {'number': MOST_DATES}} {end}")
