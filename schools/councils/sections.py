"""What a school's page shows of its councils: each with its next meeting."""

from django.utils import timezone

from schools.councils.models import CouncilPage
from schools.councils.public.meetings import ShownMeeting, meetings_of, shown_meetings
from schools.models import SchoolPage
from schools.sections import Section, register_section


def register_sections() -> None:
    register_section("councils", 40, _councils)


def _councils(school: SchoolPage, language: str) -> Section | None:
    councils = CouncilPage.objects.facts().live().child_of(school).order_by("title")
    shown = [
        {"page": council.in_language(language), "kind": council.get_kind_display(), "next": _next(council, language)}
        for council in councils
    ]
    return Section("schools/councils/section.html", {"councils": shown}) if shown else None


def _next(council: CouncilPage, language: str) -> ShownMeeting | None:
    found = shown_meetings(meetings_of(council).coming(timezone.now())[:1], language, council.notice)
    return found[0] if found else None
