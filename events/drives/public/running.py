"""Drives for which something can be pledged now, as other pages show them: with what is still needed."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from core.languages import Word
from events.drives.models import DrivePage
from events.drives.public.items import ShownItem, shown_items
from schools.calendar import today

MOST_SHOWN = 3


@dataclass(frozen=True)
class RunningDrive:
    url: str
    title: Word
    needed: tuple[ShownItem, ...]


def running_drives(language: str, *, within: Any = None) -> list[RunningDrive]:
    """The first that close, of the whole district or of those below one page."""
    day = today()
    drives = DrivePage.objects.facts().live().public().filter(is_closed_early=False, opens_on__lte=day)
    if within is not None:
        drives = drives.child_of(within)
    shown = _shown(drives.filter(closes_on__gte=day).order_by("closes_on", "pk"), language)
    return list(islice((drive for drive in shown if drive.needed), MOST_SHOWN))


def _shown(drives: Iterable[DrivePage], language: str) -> Iterable[RunningDrive]:
    for drive in drives:
        page = drive.in_language(language)
        written_in = "" if page.text_language == language else page.text_language
        needed = tuple(item for item in shown_items(drive, language) if item.left)
        yield RunningDrive(page.url or "", Word(page.title, written_in), needed)
