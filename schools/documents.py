"""Schools in the search index."""

from django.utils.translation import gettext_lazy as _

from schools.grades import grades_in_words
from schools.models import SchoolPage
from schools.page_documents import PageKind, plain, register_pages
from search.document import Text

KIND = "school"


def register_documents() -> None:
    register_pages(
        KIND, PageKind((SchoolPage,), _("School"), _("Schools"), "education"), _school_text, places=_school_places
    )


def _school_text(page: SchoolPage) -> Text:
    school = page.facts
    facts = (school.city, school.postal_code, grades_in_words(school.lowest_grade, school.highest_grade), school.phone)
    prose = (page.welcome, page.engagement_plan, page.needs, page.assets)
    return Text(
        title=page.title,
        keywords="\n".join(filter(None, facts)),
        summary=page.intro,
        body="\n".join(plain(text) for text in prose if text),
    )


def _school_places(page: SchoolPage) -> tuple[tuple[float, float], ...]:
    school = page.facts
    if school.latitude is None or school.longitude is None:
        return ()
    return ((school.latitude, school.longitude),)
