"""What the page of a school shows."""

from typing import Any
from urllib.parse import urlencode

from core.context import dialable
from core.office_hours import office_hours
from schools.grades import grades_in_words
from schools.models import Appointment, SchoolPage
from schools.public.people import appointments_now, shown
from schools.sections import sections_of


def address_lines(school: SchoolPage) -> tuple[str, ...]:
    town = " ".join(filter(None, (f"{school.city},", school.state_province, school.postal_code)))
    return tuple(filter(None, (school.address_1, town if school.city else school.postal_code)))


def directions_url(school: SchoolPage) -> str:
    """Opens the phone's own map."""
    lines = address_lines(school)
    if not lines and school.latitude is None:
        return ""
    destination = ", ".join(lines) or f"{school.latitude},{school.longitude}"
    return "https://www.google.com/maps/dir/?" + urlencode({"api": 1, "destination": destination})


def school_context(page: SchoolPage) -> dict[str, Any]:
    """`page` in the reader's language; its facts are read off the page that owns them."""
    school, language = page.facts, page.locale.language_code
    people = list(appointments_now(school))
    ambassadors = [each for each in people if each.role == Appointment.Role.AMBASSADOR]
    coordinators = [each for each in people if each.role == Appointment.Role.COORDINATOR]
    return {
        "school": school,
        "grades": grades_in_words(school.lowest_grade, school.highest_grade),
        "address_lines": address_lines(school),
        "directions_url": directions_url(school),
        "phone_href": f"tel:{dialable(school.phone)}" if school.phone else "",
        "attendance_href": f"tel:{dialable(school.attendance_phone)}" if school.attendance_phone else "",
        "hours": office_hours(school),
        "ambassadors": shown(ambassadors, language, page.url or ""),
        "coordinators": shown(coordinators, language, page.url or ""),
        "community_school": school.get_community_school_display() if school.community_school else "",
        "sections": sections_of(school, language),
    }
