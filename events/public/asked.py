"""What a reader of the calendar asks for. Query strings come from strangers: what says nothing is ignored."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from core.spoken import SPOKEN
from events.models import Kind, Price
from schools.models import SchoolPage

PRESETS = {
    "": _("All that is coming"),
    "today": _("Today"),
    "weekend": _("This weekend"),
    "week": _("Next 7 days"),
    "month": _("This month"),
}
VIEWS = {"": _("List"), "month": _("Month"), "week": _("Week")}
LONGEST_KEY = 18
FARTHEST = timedelta(days=800)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`day` is a day in the month or week of the grids, or the chosen day of the list."""

    view: str = ""
    when: str = ""
    day: date | None = None
    kind: str = ""
    school: str = ""
    language: str = ""
    cost: str = ""

    @property
    def is_narrowed(self) -> bool:
        return bool(self.when or self.day or self.kind or self.school or self.language or self.cost)

    def query(self, **changed: Any) -> str:
        """The address of the same page, with something asked differently."""
        values = {name: value for name, value in vars(replace(self, **changed)).items() if value}
        return f"?{urlencode(values)}" if values else "?"

    def span(self, today: date) -> tuple[date, date | None]:
        """The days of the list, the last one included; None where there is no last one."""
        if self.day is not None:
            return self.day, self.day
        if self.when == "today":
            return today, today
        if self.when == "weekend":
            saturday = today if today.weekday() == 6 else today + timedelta(days=5 - today.weekday())
            return saturday, saturday + timedelta(days=6 - saturday.weekday())
        if self.when == "week":
            return today, today + timedelta(days=6)
        if self.when == "month":
            return today, last_of_month(today)
        return today, None


def asked_in(query: QueryDict) -> Asked:
    view, when, language = (query.get(name, "") for name in ("view", "when", "language"))
    kind, cost = query.get("kind", ""), query.get("cost", "")
    return Asked(
        view=view if view in VIEWS else "",
        when=when if when in PRESETS else "",
        day=_day(query.get("day", "")),
        kind=kind if kind in Kind.values else "",
        school=_school(query.get("school", "")),
        language=language if language in SPOKEN else "",
        cost=cost if cost in Price.values else "",
    )


def last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _day(text: str) -> date | None:
    try:
        day = parse_date(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None
    return day if day is not None and abs(day - timezone.localdate()) <= FARTHEST else None


def _school(text: str) -> str:
    if not text.isdecimal() or len(text) > LONGEST_KEY:
        return ""
    return text if SchoolPage.objects.facts().live().filter(pk=int(text)).exists() else ""
