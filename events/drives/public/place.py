"""Where and when things are brought."""

from dataclasses import dataclass

from core.clock import day_and_year_in_words
from core.languages import NO_WORD, Word, words_of
from core.models import said
from directory.models import Location
from directory.public import places
from events.drives.models import DrivePage
from schools.models import SchoolPage
from schools.public import school as schools


@dataclass(frozen=True)
class Place:
    """`door` says more about where inside; what is not known is empty."""

    name: Word = NO_WORD
    address: tuple[str, ...] = ()
    door: Word = NO_WORD
    hours: Word = NO_WORD
    last_day: str = ""
    directions_url: str = ""

    @property
    def lines(self) -> list[str]:
        """For a mail or a slip of paper."""
        return [line for line in (self.name.text, *self.address, self.door.text, *self.hours.text.splitlines()) if line]


def place_of(drive: DrivePage, language: str) -> Place:
    """Of the page that owns the facts, in the active language."""
    name, address, directions = _there(drive, language)
    return Place(
        name=name,
        address=address,
        door=said(drive.drop_off_place, language),
        hours=said(drive.drop_off_hours, language),
        last_day=day_and_year_in_words(drive.last_drop_off_on) if drive.last_drop_off_on else "",
        directions_url=directions,
    )


def _there(drive: DrivePage, language: str) -> tuple[Word, tuple[str, ...], str]:
    """A school or place that is not public any more is not named."""
    school = drive.drop_off_school
    if school is not None and school.facts.live:
        return _school(school.facts, language)
    location = drive.drop_off_location
    if location is not None:
        shown = Location.objects.public().filter(translation_key=location.translation_key)
        if found := shown.prefetch_related("addresses").first():
            return words_of(found, language).name, places.address_lines(found), places.directions_url(found)
    return NO_WORD, (), ""


def _school(school: SchoolPage, language: str) -> tuple[Word, tuple[str, ...], str]:
    page = school.in_language(language)
    written_in = "" if page.text_language == language else page.text_language
    return Word(page.title, written_in), schools.address_lines(school), schools.directions_url(school)
