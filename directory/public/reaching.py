"""Whom to call about a listing, where to go and when: for lists that families take home."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone

from core.languages import Word, words_of
from core.locales import source_language
from directory.hours.schedule_words import exceptions_in_words, rule_in_words
from directory.models import Location, Organization, Service
from directory.public.actions import Action, actions_of, organization_actions
from directory.public.located import located_of
from directory.public.opening import Hours, hours_at, hours_of, hours_of_place, paused_text, today
from directory.public.places import address_lines
from schools.reaching import Place, Reach, register_reach

PLACES_SHOWN = 3  # The rest stands in the listing itself.
CHANGES_SHOWN = 2


def register() -> None:
    register_reach("service", reach_of_services)
    register_reach("organization", reach_of_organizations)


def reach_of_services(ids: Collection[UUID], language: str) -> Mapping[UUID, Reach]:
    now = timezone.now()
    return {service.pk: _service(service, now) for service in Service.objects.public().whole().filter(pk__in=ids)}


def reach_of_organizations(ids: Collection[UUID], language: str) -> Mapping[UUID, Reach]:
    places = Location.objects.public().prefetch_related("addresses", "schedules", "schedule_exceptions")
    found = Organization.objects.public().prefetch_related("phones", Prefetch("locations", places))
    now = timezone.now()
    return {organization.pk: _organization(organization, now) for organization in found.filter(pk__in=ids)}


def _service(service: Service, now: datetime) -> Reach:
    """Only numbers and rules are shown, no words of the listing: those of its own language cost no query."""
    located, paused = located_of(service, source_language()), paused_text(service, now)
    places = [Place(_address(each.location), _hours(hours_at(each.place), paused, now)) for each in located]
    places = places or [Place(hours=_hours(hours_of(service), paused, now))]
    website = service.url or (service.organization.website if service.organization else "")
    return _reach(actions_of(service, words_of(service, source_language()), located), places, website)


def _organization(organization: Organization, now: datetime) -> Reach:
    places = [Place(_address(each), _hours(hours_of_place(each), "", now)) for each in organization.locations.all()]
    ways = organization_actions(organization, words_of(organization, source_language()))
    return _reach(ways, places, organization.website)


def _reach(actions: Iterable[Action], places: Iterable[Place], website: str) -> Reach:
    """Somewhere to write a text message is a phone as well."""
    phone = next((action for action in actions if action.kind in ("call", "text")), None)
    shown = tuple(filter(None, places))[:PLACES_SHOWN]
    return Reach(phone.detail, shown, website, phone.url) if phone else Reach("", shown, website)


def _address(location: Location) -> Word:
    return Word(", ".join(filter(None, address_lines(location))))


def _hours(hours: Hours, paused: str, now: datetime) -> Word:
    """The rule of the weeks, and the next days on which it does not hold."""
    if paused:
        return Word(paused)
    changes = exceptions_in_words(hours.exceptions, today(now))[:CHANGES_SHOWN]
    rules = dict.fromkeys(filter(None, map(rule_in_words, hours.rules)))
    return Word("; ".join([*rules, *(change.words for change in changes)]))
