"""From rows to `directory.hours`: which rules hold for a service, at a place or in general."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from core.languages import Words
from directory.hours.answers import Opening, answer
from directory.hours.rules import DateException, Rule
from directory.hours.wording import sentence
from directory.models import Location, Schedule, ScheduleException, Service, ServiceAtLocation
from directory.public.located import shown_places

DISTRICT_ZONE = ZoneInfo(settings.TIME_ZONE)


@dataclass(frozen=True)
class Hours:
    rules: tuple[Rule, ...]
    exceptions: tuple[DateException, ...]

    def opening(self, now: datetime) -> Opening:
        return answer(self.rules, self.exceptions, now, DISTRICT_ZONE)


@dataclass(frozen=True)
class OpeningText:
    """What a card says of the hours. `state` is one of open, closed, appointment, unknown, paused."""

    state: str
    text: str


@dataclass(frozen=True)
class Spoken:
    """The words of the rows hours are made of; without them the rows' own text is used."""

    of_service: Words | None = None
    of_location: Words | None = None


def hours_at(place: ServiceAtLocation, spoken: Spoken = Spoken()) -> Hours:
    """The most exact hours win: those of the service at this place, of the service, of the place."""
    service, location = place.service, place.location
    sources = [(place, spoken.of_service), (service, spoken.of_service), (location, spoken.of_location)]
    return _hours([(source, words) for source, words in sources if source is not None])


def hours_of(service: Service, spoken: Spoken = Spoken()) -> Hours:
    """Hours of a service that is not bound to a place."""
    return _hours([(service, spoken.of_service)])


def hours_of_place(location: Location) -> Hours:
    """When a place is open, whatever is given there."""
    return _hours([(location, None)])


def _hours(sources: list[tuple[Service | ServiceAtLocation | Location, Words | None]]) -> Hours:
    rows = next(
        ((list(source.schedules.all()), words) for source, words in sources if source.schedules.all()), ([], None)
    )
    exceptions = [(row, words) for source, words in sources for row in source.schedule_exceptions.all()]
    return Hours(tuple(_rules(*rows)), tuple(_exception(row, words) for row, words in exceptions))


def _rules(rows: Iterable[Schedule], words: Words | None) -> Iterable[Rule]:
    for row in rows:
        yield Rule.of(row, notes=words.child(row, "notes") if words else row.notes)


def _exception(row: ScheduleException, words: Words | None) -> DateException:
    return DateException.of(row, reason=words.child(row, "reason") if words else row.reason)


def all_hours(service: Service) -> list[Hours]:
    """One per place, or the hours of the service itself when it has none."""
    return [hours_at(place) for place, _location in shown_places(service)] or [hours_of(service)]


def opening_text(service: Service, now: datetime) -> OpeningText:
    """The best news among the places of a service: open somewhere, else the next opening."""
    if paused := paused_text(service, now):
        return OpeningText("paused", paused)
    best = min((hours.opening(now) for hours in all_hours(service)), key=_preference)
    return in_words(best, now)


def in_words(opening: Opening, now: datetime) -> OpeningText:
    return OpeningText(opening.state, sentence(opening, now))


def _preference(opening: Opening) -> tuple[int, float]:
    order = {"open": 0, "closed": 1, "appointment": 2, "unknown": 3}
    return order[opening.state], opening.opens.timestamp() if opening.opens else float("inf")


def paused_text(service: Service, now: datetime) -> str:
    """ "Temporarily closed. Opens again Monday, December 7", or empty when it is not."""
    if service.status != "temporarily closed":
        return ""
    if service.closed_until and service.closed_until <= today(now):
        text = gettext("It was to open again on %(day)s. Please call first.")
        return text % {"day": long_day(service.closed_until)}
    if service.closed_until:
        return gettext("Closed for now. Opens again on %(day)s.") % {"day": long_day(service.closed_until)}
    return gettext("Closed for now.")


def today(now: datetime | None = None) -> date:
    return (now or timezone.now()).astimezone(DISTRICT_ZONE).date()


def long_day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
