"""What a school's page shows of interpreters: the way to ask for one."""

from django.urls import reverse

from schools.models import SchoolPage
from schools.sections import Section, register_section


def register_section_at_schools() -> None:
    register_section("interpreting", 12, _section)


def _section(school: SchoolPage, _language: str) -> Section:
    return Section("schools/interpreting/at_school.html", {"form": f"{reverse('interpreter')}?school={school.pk}"})
