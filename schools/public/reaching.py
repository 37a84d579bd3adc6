"""Whom to call at a school, where it is, and when its office is open."""

from collections.abc import Collection, Mapping
from uuid import UUID

from core.languages import Word
from core.office_hours import office_hours
from schools.models import SchoolPage
from schools.public.school import address_lines
from schools.reaching import Place, Reach


def reach_of_schools(keys: Collection[UUID], language: str) -> Mapping[UUID, Reach]:
    schools = SchoolPage.objects.facts().live().filter(translation_key__in=keys)
    return {school.translation_key: _reach(school) for school in schools}


def _reach(school: SchoolPage) -> Reach:
    place = Place(Word(", ".join(address_lines(school))), Word(office_hours(school)))
    return Reach(school.phone, (place,) if place else (), school.website)
