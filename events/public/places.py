"""Where an event is held, as everybody may know it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from core.languages import NO_WORD, Word, Words, with_words
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
    return places_of([event], language)[event.pk]


def places_of(events: Iterable[EventPage], language: str) -> dict[int, EventPlace]:
    """By the events' keys; two queries for any number of them."""
    kept = list(events)
    schools, words = _schools(kept, language), _words(kept, language)
    return {event.pk: _place(event, schools, words, language) for event in kept}


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
    schools, words = _schools(kept, language), _words(kept, language)
    return {event.pk: _name(event, schools, words, language) for event in kept}


def _schools(events: Iterable[EventPage], language: str) -> dict[Any, SchoolPage]:
    named = [event.school for event in events if event.school is not None]
    return pages_in(language, named) if named else {}


def _words(events: Iterable[EventPage], language: str) -> dict[Any, Words]:
    places = [event.location for event in events if event.location is not None]
    return {location.pk: words for location, words in with_words(places, language)}


def _name(event: EventPage, schools: Mapping[Any, SchoolPage], words: Mapping[Any, Words], language: str) -> str:
    school, location = event.school, event.location
    if event.place_is_private or (location is not None and location.address_private):
        address = of_locations.physical_address(location) if location is not None else None
        return school.city if school is not None else (address.city if address else "")
    if school is not None:
        return schools.get(school.translation_key, school).title
    return (words[location.pk].name.text if location is not None else "") or said(event.place, language).text


def _place(
    event: EventPage, schools: Mapping[Any, SchoolPage], words: Mapping[Any, Words], language: str
) -> EventPlace:
    room, school, location = said(event.place, language), event.school, event.location
    if school is not None:
        if event.place_is_private:
            return _only_the_town(school.city)
        return _at_school(school, schools.get(school.translation_key, school), room, language)
    if location is not None:
        if event.place_is_private or location.address_private:
            address = of_locations.physical_address(location)
            return _only_the_town(address.city if address else "")
        return _at_location(location, words[location.pk].name, room)
    return _only_the_town("") if event.place_is_private else EventPlace(room=room)


def _only_the_town(town: str) -> EventPlace:
    return EventPlace(lines=(town,) if town else (), is_private=True)


def _at_school(school: SchoolPage, page: SchoolPage, room: Word, language: str) -> EventPlace:
    return EventPlace(
        name=Word(page.title, "" if page.text_language == language else page.text_language),
        room=room,
        lines=address_lines(school),
        directions_url=directions_url(school),
        url=page.url or "",
        point=_point(school.latitude, school.longitude),
    )


def _at_location(location: Location, name: Word, room: Word) -> EventPlace:
    return EventPlace(
        name=name,
        room=room,
        lines=of_locations.address_lines(location),
        directions_url=of_locations.directions_url(location),
        point=_point(location.latitude, location.longitude),
    )


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else (latitude, longitude)
