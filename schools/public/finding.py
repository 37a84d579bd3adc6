"""Find my school: by name, by ZIP code (nearest first), by grade."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from core.languages import Word
from core.office_hours import office_hours
from schools.grades import GRADES, grade_from_text, grades_in_words
from schools.models import SchoolIndexPage, SchoolPage
from schools.public.school import address_lines
from search.analysis import fold
from search.geography import miles_between
from search.zips import point_of_zip

LONGEST_QUESTION = 80


@dataclass(frozen=True)
class SchoolCard:
    url: str
    name: Word
    grades: str
    address: str
    phone: str
    hours: str
    distance: str


def found_schools(index: SchoolIndexPage, query: Mapping[str, str]) -> dict[str, Any]:
    """Unknown and broken values of the query are ignored; a name that nothing matches shows all schools and says so."""
    language = index.locale.language_code
    name, place = query.get("q", "").strip()[:LONGEST_QUESTION], query.get("zip", "").strip()[:10]
    grade = grade_from_text(query.get("grade", ""))
    schools = [school for school in _schools() if grade is None or _teaches(school, grade)]
    pages = pages_in(language)
    named = [school for school in schools if _is_named(school, pages, name)]
    center = point_of_zip(place) if place else None
    miles = {school.pk: _miles(school, center) for school in schools} if center else {}
    shown = sorted(named or schools, key=lambda school: (miles.get(school.pk, 0.0), fold(school.title)))
    return {
        "q": name,
        "zip": place,
        "grade": grade,
        "grades": GRADES,
        "unknown_zip": bool(place) and center is None,
        "nobody_named": bool(name) and not named,
        "is_narrowed": bool(name or place or grade is not None),
        "schools": [_card(school, pages, language, miles.get(school.pk)) for school in shown],
        "count_text": _count_text(len(shown)),
    }


def pages_in(language: str, schools: Iterable[SchoolPage] | None = None) -> dict[Any, SchoolPage]:
    """The live page of each school in a language, or of these schools, by translation key."""
    pages = SchoolPage.objects.live().filter(locale__language_code=language)
    if schools is not None:
        pages = pages.filter(translation_key__in={school.translation_key for school in schools})
    return {page.translation_key: page for page in pages.select_related("locale", "alias_of__locale")}


def _schools() -> list[SchoolPage]:
    return list(SchoolPage.objects.facts().live())


def _teaches(school: SchoolPage, grade: int) -> bool:
    lowest, highest = school.lowest_grade, school.highest_grade
    return lowest is not None and highest is not None and lowest <= grade <= highest


def _is_named(school: SchoolPage, pages: dict[Any, SchoolPage], name: str) -> bool:
    own = pages.get(school.translation_key)
    names = " ".join(fold(word) for word in f"{school.title} {own.title if own else ''} {school.city}".split())
    return all(fold(word) in names for word in name.split())


def _miles(school: SchoolPage, center: Any) -> float:
    if school.latitude is None or school.longitude is None:
        return float("inf")
    return miles_between(center, school.latitude, school.longitude)


def _card(school: SchoolPage, pages: dict[Any, SchoolPage], language: str, miles: float | None) -> SchoolCard:
    page = pages.get(school.translation_key, school)
    lang = "" if page.text_language == language else page.text_language
    near = miles is not None and miles != float("inf")
    return SchoolCard(
        url=page.url,
        name=Word(page.title, lang),
        grades=grades_in_words(school.lowest_grade, school.highest_grade),
        address=", ".join(address_lines(school)),
        phone=school.phone,
        hours=office_hours(school),
        distance=gettext("%(miles)s mi") % {"miles": f"{miles:.1f}"} if near else "",
    )


def _count_text(count: int) -> str:
    return ngettext("%(count)s school", "%(count)s schools", count) % {"count": count}
