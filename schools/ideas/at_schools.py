"""What a school's page shows of what it heard: the newest answers, and the way to the box."""

from django.urls import reverse

from schools.ideas.views import answers_for
from schools.models import SchoolPage
from schools.sections import Section, register_section

NEWEST = 2


def register_section_at_schools() -> None:
    register_section("ideas", 58, _section)


def _section(school: SchoolPage, language: str) -> Section | None:
    addresses = {"box": f"{reverse('ideas')}?school={school.pk}", "more": reverse("ideas_heard_at", args=[school.pk])}
    return Section("schools/ideas/at_school.html", {"answers": answers_for(school, language, NEWEST), **addresses})
