"""Whom to call about a drive, and where and when things are brought."""

from collections.abc import Collection, Mapping
from uuid import UUID

from core.languages import Word
from events.drives.models import DrivePage
from events.drives.public.place import place_of
from schools.reaching import Place, Reach


def reach_of_drives(keys: Collection[UUID], language: str) -> Mapping[UUID, Reach]:
    drives = DrivePage.objects.facts().live().filter(translation_key__in=keys)
    return {drive.translation_key: _reach(drive, language) for drive in drives}


def _reach(drive: DrivePage, language: str) -> Reach:
    there = place_of(drive, language)
    address = ", ".join(filter(None, (there.name.text, *there.address, there.door.text)))
    place = Place(Word(address), there.hours)
    return Reach(drive.phone, (place,) if place else ())
