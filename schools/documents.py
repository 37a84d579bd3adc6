"""Schools in the search index."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.spoken import spoken_name
from schools.grades import grades_in_words
from schools.models import Appointment, SchoolPage
from schools.page_documents import PageFacts, PageKind, plain, register_pages
from schools.public.people import appointments_now
from search.document import Text

KIND = "school"


def register_documents() -> None:
    kind = PageKind((SchoolPage,), _("School"), _("Schools"), "education")
    register_pages(KIND, kind, _school_text, PageFacts(places=_school_places, facets=_school_facets))


def _school_text(page: SchoolPage) -> Text:
    school = page.facts
    facts = (school.city, school.postal_code, grades_in_words(school.lowest_grade, school.highest_grade), school.phone)
    prose = (page.welcome, page.engagement_plan, page.needs, page.assets)
    return Text(
        title=page.title,
        keywords="\n".join(filter(None, facts)),
        summary=page.intro,
        body="\n".join(filter(None, [*people_in_words(school), *map(plain, prose)])),
    )


def people_in_words(school: SchoolPage) -> list[str]:
    """Who is there today, by role and language, so that "ambassador Spanish" finds the school."""
    principal = gettext("Principal: %(name)s.") % {"name": school.principal} if school.principal else ""
    return [*map(_in_words, appointments_now(school)), principal]


def _in_words(appointment: Appointment) -> str:
    person = appointment.person
    languages = ", ".join(map(spoken_name, person.languages))
    values = {"role": appointment.get_role_display(), "name": person.name, "languages": languages}
    if not languages:
        return gettext("%(role)s: %(name)s.") % values
    return gettext("%(role)s: %(name)s, speaks %(languages)s.") % values


def _school_facets(page: SchoolPage) -> dict[str, tuple[str, ...]]:
    spoken = {code for each in appointments_now(page.facts) for code in each.person.languages}
    return {"language": tuple(sorted(spoken))} if spoken else {}


def _school_places(page: SchoolPage) -> tuple[tuple[float, float], ...]:
    school = page.facts
    if school.latitude is None or school.longitude is None:
        return ()
    return ((school.latitude, school.longitude),)
