"""Where an event is held, as everybody may know it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from core.languages import NO_WORD, Word, with_words, words_of
from core.models import said
from directory.models import Location
from directory.public import places as of_locations
from events.models import EventPage
from schools.models import SchoolPage
from schools.public.finding import pages_in
from schools.public.school import address_lines, directions_url

Point = tuple[float, float]


@dataclass(frozen=True)
class EventPlace:
    """`name` is the school or the place of the directory, `room` what was written beside it or instead of it."""

    name: Word = NO_WORD
    room: Word = NO_WORD
    lines: tuple[str, ...] = ()
    directions_url: str = ""
    url: str = ""  # The page of the school.
    point: Point | None = None
    is_private: bool = False

    def __bool__(self) -> bool:
        return bool(self.name or self.room or self.lines)

    @property
    def in_one_line(self) -> str:
        return ", ".join(filter(None, (self.room.text, self.name.text, *self.lines)))


def place_of(event: EventPage, language: str) -> EventPlace:
    """`event` is a facts page. Of a place that is told only to those who come: the town, nothing else."""
    room = said(event.place, language)
    if event.school is not None:
        return _at_school(event.school, room, language, is_private=event.place_is_private)
    if event.location is not None:
        return _at_location(event.location, room, language, is_private=event.place_is_private)
    return EventPlace(is_private=True) if event.place_is_private else EventPlace(room=room)


def point_of(event: EventPage) -> Point | None:
    """Where a map may show it; nowhere, if the place is told only to those who come."""
    school, location = event.school, event.location
    if event.place_is_private:
        return None
    if school is not None:
        return _point(school.latitude, school.longitude)
    if location is not None and not location.address_private:
        return _point(location.latitude, location.longitude)
    return None


def place_names(events: Iterable[EventPage], language: str) -> dict[int, str]:
    """The shortest word for where each is held; two queries for any number of them."""
    kept = list(events)
    schools = pages_in(language) if any(event.school_id for event in kept) else {}
    places = with_words([event.location for event in kept if event.location is not None], language)
    names = {location.pk: words.name.text for location, words in places}
    return {event.pk: _name(event, schools, names, language) for event in kept}


def _name(event: EventPage, schools: Mapping[Any, SchoolPage], names: Mapping[Any, str], language: str) -> str:
    school, location = event.school, event.location
    if event.place_is_private or (location is not None and location.address_private):
        address = of_locations.physical_address(location) if location is not None else None
        return school.city if school is not None else (address.city if address else "")
    if school is not None:
        return schools.get(school.translation_key, school).title
    return (names.get(location.pk, "") if location is not None else "") or said(event.place, language).text


def _at_school(school: SchoolPage, room: Word, language: str, *, is_private: bool) -> EventPlace:
    if is_private:
        return EventPlace(lines=tuple(filter(None, (school.city,))), is_private=True)
    page = school.in_language(language)
    written_in = "" if page.text_language == language else page.text_language
    return EventPlace(
        name=Word(page.title, written_in),
        room=room,
        lines=address_lines(school),
        directions_url=directions_url(school),
        url=page.url or "",
        point=_point(school.latitude, school.longitude),
    )


def _at_location(location: Location, room: Word, language: str, *, is_private: bool) -> EventPlace:
    if is_private or location.address_private:
        address = of_locations.physical_address(location)
        return EventPlace(lines=(address.city,) if address else (), is_private=True)
    return EventPlace(
        name=words_of(location, language).name,
        room=room,
        lines=of_locations.address_lines(location),
        directions_url=of_locations.directions_url(location),
        point=_point(location.latitude, location.longitude),
    )


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else (latitude, longitude)
