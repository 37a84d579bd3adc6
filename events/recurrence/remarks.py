"""What whoever plans a series should know about it, although nothing about it is wrong."""

from collections import Counter

from django.utils.translation import gettext as _

from core.clock import day_and_year_in_words
from events.recurrence.parts import UnreadableError, parts_of
from events.recurrence.rule_dates import gives, rule_matches
from events.recurrence.series import Change, ChangeKind, Series


def remarks(series: Series) -> list[str]:
    """One sentence for each: a first day beside its rule, and changes that change nothing."""
    found = [_("%(day)s is not a day of this rule. It takes place all the same.")] if _first_is_beside(series) else []
    sentences = [sentence % {"day": day_and_year_in_words(series.first_day)} for sentence in found]
    return sentences + [remark for change in series.changes if (remark := _remark(series, change))]


def _first_is_beside(series: Series) -> bool:
    try:
        return bool(series.rule) and not rule_matches(parts_of(series.rule), series.first_day)
    except UnreadableError:
        return False


def _remark(series: Series, change: Change) -> str:
    by_rule = gives(series.rule, series.first_day, change.day)
    others = Counter(other.kind for other in series.changes if other.day == change.day)
    day = {"day": day_and_year_in_words(change.day)}
    if others[change.kind] > 1:
        return _("%(day)s stands there more than once; the first line counts.") % day
    if change.kind == ChangeKind.EXTRA:
        needless = by_rule and not others[ChangeKind.SKIPPED]
        return _("%(day)s is a day of this rule anyway.") % day if needless else ""
    if by_rule or (others[ChangeKind.EXTRA] and change.kind != ChangeKind.SKIPPED):
        return ""
    return _("Nothing takes place on %(day)s, so there is nothing to change.") % day
