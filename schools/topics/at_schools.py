"""What a school's page shows of topics: its pillars, its programmes, its promises and its news."""

from schools.models import SchoolPage
from schools.sections import Section, register_section
from schools.topics.public.links import links
from schools.topics.public.programmes import programmes_at
from schools.topics.public.progress import counts, progress_at
from schools.topics.public.stories import newest_at
from schools.topics.public.values import pillars_at

PARTS = "schools/topics/parts"


def register_sections_at_schools() -> None:
    register_section("pillars", 50, _pillars)
    register_section("programmes", 52, _programmes)
    register_section("progress", 55, _progress)
    register_section("stories", 60, _stories)


def _pillars(school: SchoolPage, language: str) -> Section | None:
    pillars = pillars_at(school, language)
    status = school.get_community_school_display() if school.community_school else ""
    return Section(f"{PARTS}/pillars.html", {"status": status, "pillars": pillars}) if pillars else None


def _programmes(school: SchoolPage, language: str) -> Section | None:
    found = programmes_at(school, language)
    return Section(f"{PARTS}/programmes.html", {"links": found}) if found else None


def _progress(school: SchoolPage, language: str) -> Section | None:
    page = progress_at(school)
    if page is None:
        return None
    link, states = links([page], language)[0], counts(page.promises.all())
    return Section(f"{PARTS}/progress.html", {"link": link, "counts": states}) if states else None


def _stories(school: SchoolPage, language: str) -> Section | None:
    index, stories = newest_at(school, language)
    return Section(f"{PARTS}/stories.html", {"index": index, "stories": stories}) if stories else None
