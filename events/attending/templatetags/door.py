"""What a volunteer's own pages show of the day: sign-ups stand below and know nothing of it."""

from typing import Any

from django import template
from django.utils.translation import get_language

from core.locales import source_language
from events.attending.hours import hours_of, school_year
from events.attending.scanning import scan_address
from events.signups.models import SignUp
from events.volunteers.models import Volunteer
from schools.calendar import today

register = template.Library()


@register.inclusion_tag("events/attending/code.html")
def door_code(sign_up: SignUp) -> dict[str, str]:
    """Nothing at all for who has no place."""
    return {"address": scan_address(sign_up)}


@register.inclusion_tag("events/attending/hours.html")
def own_hours(volunteer: Volunteer) -> dict[str, Any]:
    """Of the school year that is."""
    return {"hours": hours_of(volunteer, *school_year(today()), get_language() or source_language())}
