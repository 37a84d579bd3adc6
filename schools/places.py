"""Schools as places a search may start from."""

from schools.models import SchoolPage
from search.request import Point

PREFIX = "school-"
LONGEST_KEY = 18  # Longer numbers are beyond what a database calls an integer.


def place_key(school: SchoolPage) -> str:
    """What stands in the address of a search."""
    return f"{PREFIX}{school.pk}"


def find_school(key: str) -> Point | None:
    """Labelled in the source language; whoever shows it knows the reader's."""
    number = key.removeprefix(PREFIX)
    if number == key or not number.isdecimal() or len(number) > LONGEST_KEY:
        return None
    school = SchoolPage.objects.facts().live().filter(pk=int(number)).first()
    if school is None or school.latitude is None or school.longitude is None:
        return None
    return Point(school.latitude, school.longitude, school.title)


def schools_to_start_from(language: str) -> list[tuple[str, str]]:
    """Keys and names of the schools that have a place on the map, by name."""
    schools = SchoolPage.objects.facts().live().filter(latitude__isnull=False, longitude__isnull=False)
    pages = SchoolPage.objects.live().filter(locale__language_code=language)
    titles = dict(pages.values_list("translation_key", "title"))
    named = [(place_key(school), titles.get(school.translation_key, school.title)) for school in schools]
    return sorted(named, key=lambda each: each[1])
