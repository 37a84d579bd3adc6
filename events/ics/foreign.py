"""An event as another program wrote it, in our words."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import unescape
from typing import Any, Self

from django.utils.html import strip_tags
from icalendar import Component

from events.recurrence.series import Series

LONGEST_TITLE, LONGEST_TEXT = 240, 10_000
LINE_ENDS = re.compile(r"<br\s*/?>|</(?:p|div|li|h\d)>", re.IGNORECASE)
MARKUP = re.compile(r"<(?:br|p|div|span|a|b|i|u|ul|ol|li|html|h\d|strong|em)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class ForeignEvent:
    uid: str
    sequence: int
    title: str
    description: str
    place: str
    url: str
    is_cancelled: bool
    series: Series
    last_modified: datetime | None = None

    @classmethod
    def of(cls, component: Component, *, uid: str, series: Series) -> Self:
        return cls(
            uid=uid,
            sequence=_whole_number(component.get("SEQUENCE")),
            title=plain(text_of(component, "SUMMARY"))[:LONGEST_TITLE],
            description=plain(text_of(component, "DESCRIPTION"))[:LONGEST_TEXT],
            place=" ".join(plain(text_of(component, "LOCATION")).split())[:LONGEST_TITLE],
            url=_address(text_of(component, "URL")),
            is_cancelled=text_of(component, "STATUS").upper() == "CANCELLED",
            series=series,
            last_modified=_moment(component.get("LAST-MODIFIED")),
        )


def text_of(component: Component, name: str) -> str:
    """The first of them, where somebody wrote a property twice."""
    value = component.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value).strip()


def plain(text: str) -> str:
    """Some programs put a web page into the description."""
    if MARKUP.search(text):
        text = unescape(strip_tags(LINE_ENDS.sub("\n", text)))
    return re.sub(r"\n{3,}", "\n\n", text.replace("\x00", "")).strip()


def _address(text: str) -> str:
    return text if re.fullmatch(r"https?://[^\s<>\"]{3,480}", text, re.IGNORECASE) else ""


def _whole_number(value: Any) -> int:
    try:
        return max(0, int(value))
    except (TypeError, ValueError):
        return 0


def _moment(value: Any) -> datetime | None:
    moment: date | None = getattr(value, "dt", None)
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
