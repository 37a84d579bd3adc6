""" "Open now", "open on Saturday": the moments one may ask for, in the reader's words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext, gettext_lazy, gettext_noop

from core.clock import day_in_words, time_in_words, weekday_in_words
from search.opening import COUNTED, WEEKDAYS, day_and_part, day_named
from search.response import FacetCount

MOMENTS = {
    "now": gettext_lazy("Open now"),
    "today": gettext_lazy("Open today"),
    "tonight": gettext_lazy("Open tonight"),
    "tomorrow": gettext_lazy("Open tomorrow"),
    "weekend": gettext_lazy("Open this weekend"),
}
# "Open tomorrow, in the afternoon".
PARTS_OF_A_DAY = {
    "morning": gettext_noop("%(day)s, in the morning"),
    "afternoon": gettext_noop("%(day)s, in the afternoon"),
    "evening": gettext_noop("%(day)s, in the evening"),
}
ANY_TIME = gettext_lazy("All hours")


@dataclass(frozen=True)
class Moment:
    """`count` is None where nobody counted."""

    value: str
    label: str
    chosen: bool
    count: int | None


def moments(chosen: str, counts: Iterable[FacetCount]) -> list[Moment]:
    """What the field offers; a day and time chosen elsewhere stands among it."""
    known = dict.fromkeys(COUNTED, 0) | {each.value: each.count for each in counts}
    offered = {"": str(ANY_TIME), **{value: str(label) for value, label in MOMENTS.items()}}
    if chosen not in offered and (label := moment_label(chosen)):
        offered[chosen] = label
    return [Moment(value, label, value == chosen, known.get(value)) for value, label in offered.items()]


def moment_label(value: str) -> str:
    """Empty for what is no moment."""
    if value in MOMENTS:
        return str(MOMENTS[value])
    if named := day_and_part(value):
        return _named(*named)
    try:
        moment = parse_datetime(value) if "T" in value else parse_date(value)
    except ValueError:
        return ""
    return _written(moment) if moment else ""


def _named(name: str, part: str) -> str:
    if name in MOMENTS:
        label = str(MOMENTS[name])
    elif name in WEEKDAYS:
        label = gettext("Open on %(day)s") % {"day": weekday_in_words(WEEKDAYS.index(name))}
    else:
        day = day_named(name, timezone.now())
        label = _written(day) if day else ""
    return gettext(PARTS_OF_A_DAY[part]) % {"day": label} if part and label else label


def _written(moment: date | datetime) -> str:
    if not isinstance(moment, datetime):
        return gettext("Open on %(day)s") % {"day": day_in_words(moment)}
    values = {"day": day_in_words(moment), "time": time_in_words(moment.time())}
    return gettext("Open on %(day)s, %(time)s") % values
