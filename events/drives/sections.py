"""What a school's page shows of its drives: those for which something can be pledged."""

from events.drives.models import DrivePage
from events.drives.public.items import shown_items
from events.drives.standing import DriveState, state_of
from schools.calendar import today
from schools.models import SchoolPage
from schools.sections import Section, register_section


def register_sections() -> None:
    register_section("drives", 35, _drives)


def _drives(school: SchoolPage, language: str) -> Section | None:
    drives = DrivePage.objects.facts().live().child_of(school).filter(closes_on__gte=today()).order_by("closes_on")
    shown = [each for drive in drives if (each := _open(drive, language))]
    return Section("events/drives/section.html", {"drives": shown}) if shown else None


def _open(drive: DrivePage, language: str) -> dict[str, object] | None:
    items = shown_items(drive, language)
    if state_of(drive, [item.left for item in items], today()) != DriveState.OPEN:
        return None
    return {"page": drive.in_language(language), "needed": [item for item in items if item.left]}
