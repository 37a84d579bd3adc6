"""What a school's page shows of its drives: those for which something can be pledged."""

from events.drives.public.running import running_drives
from schools.models import SchoolPage
from schools.sections import Section, register_section


def register_sections() -> None:
    register_section("drives", 35, _drives)


def _drives(school: SchoolPage, language: str) -> Section | None:
    drives = running_drives(language, within=school)
    return Section("events/drives/section.html", {"drives": drives}) if drives else None
