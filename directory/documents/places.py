"""Places of the directory that a search may start from."""

import uuid

from django.utils.translation import get_language

from core.languages import words_of
from core.locales import source_language
from directory.documents.pieces import point
from directory.models import Location
from search.request import Point


def find_place(object_id: str) -> Point | None:
    """None for a private address: a distance from it would tell where it is."""
    key = uuid_of(object_id)
    location = Location.objects.public().filter(pk=key).first() if key else None
    found = point(location) if location else []
    if not location or not found:
        return None
    return Point(*found[0], words_of(location, get_language() or source_language()).name.text)


def uuid_of(value: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(value)
    except ValueError:
        return None
