"""The fact card: the same questions in the same order on every listing and in both languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, gettext_noop

from core.languages import Word, Words
from directory.hours.rules import Rule
from directory.hours.schedule_words import Notice as HoursNotice
from directory.hours.schedule_words import exceptions_in_words, rule_in_words
from directory.hours.week import Day, week_table
from directory.models import Schedule, Service
from directory.models.services import ServiceStatus
from directory.public.actions import Action, actions_of, place_actions
from directory.public.facts import Fact, facts_of_service
from directory.public.freshness import Freshness, freshness_of
from directory.public.located import Located, located_of
from directory.public.opening import (
    Hours,
    OpeningText,
    Spoken,
    hours_at,
    hours_of,
    in_words,
    opening_text,
    paused_text,
    today,
)
from directory.public.places import address_lines

OUTDATED = gettext_noop("The original changed after this translation was made. Please call to be sure.")


@dataclass(frozen=True)
class Notice:
    """`kind` is one of alert, paused, full, foreign, outdated."""

    kind: str
    text: Word


@dataclass(frozen=True)
class Week:
    """`rules` say what a week cannot: "Second Saturday of the month"; `days` is empty when nothing opens in it."""

    days: tuple[Day, ...] = ()
    rules: tuple[str, ...] = ()
    exceptions: tuple[HoursNotice, ...] = ()


@dataclass(frozen=True)
class Place:
    """One of the places where a service is given."""

    name: Word
    note: Word
    address: tuple[str, ...]
    private: bool
    opening: OpeningText
    week: Week
    hours_notes: tuple[Word, ...]
    accessibility: tuple[Word, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class FactCard:
    name: Word
    alternate_name: Word
    summary: Word
    description: Word
    opening: OpeningText
    actions: tuple[Action, ...]
    facts: tuple[Fact, ...]
    week: Week
    hours_notes: tuple[Word, ...]
    freshness: Freshness
    notices: tuple[Notice, ...]
    places: tuple[Place, ...]

    @property
    def has_several_places(self) -> bool:
        """Then each place carries its own ways to reach it."""
        return len(self.places) > 1


def fact_card(service: Service, words: Words, language: str, now: datetime) -> FactCard:
    """`service` comes from `ServiceQuerySet.whole`; `now` is aware."""
    located = located_of(service, language)
    places = tuple(_place(each, words, now) for each in located)
    return FactCard(
        name=words.name,
        alternate_name=words.alternate_name,
        summary=words.summary,
        description=words.description,
        opening=opening_text(service, now),
        actions=actions_of(service, words, located),
        facts=facts_of_service(service, words, located),
        week=Week() if places else week_of(hours_of(service, Spoken(words)), now),
        hours_notes=() if places else hours_notes(service.schedules.all(), words),
        freshness=freshness_of(service, today(now)),
        notices=tuple(_notices(service, words, now)),
        places=places,
    )


def _place(each: Located, words: Words, now: datetime) -> Place:
    place, location = each.place, each.location
    hours = hours_at(place, Spoken(words, each.words))
    paused = paused_text(place.service, now)
    rows = place.schedules.all() or place.service.schedules.all()
    ways = [each.words.child(row, "description") for row in location.accessibility.all()]
    return Place(
        name=each.words.name,
        note=words.child(place, "description"),
        address=address_lines(location),
        private=location.address_private,
        opening=OpeningText("paused", paused) if paused else in_words(hours.opening(now), now),
        week=week_of(hours, now),
        hours_notes=hours_notes(rows, words) or hours_notes(location.schedules.all(), each.words),
        accessibility=tuple(way for way in ways if way),
        actions=place_actions(each, words),
    )


def week_of(hours: Hours, now: datetime) -> Week:
    day = today(now)
    week = tuple(week_table(hours.rules, hours.exceptions, day))
    days = week if any(each.spans or each.reason for each in week) else ()
    return Week(
        days=days,
        rules=tuple(filter(None, (rule_in_words(rule) for rule in hours.rules if not _is_every_week(rule)))),
        exceptions=tuple(
            notice
            for notice in exceptions_in_words(hours.exceptions, day)
            if not days or notice.exception.last_day > days[-1].date  # The days themselves tell the others.
        ),
    )


def _is_every_week(rule: Rule) -> bool:
    bounded = rule.valid_from or rule.valid_to or rule.until or rule.count
    return rule.freq in ("", "WEEKLY") and rule.interval == 1 and bool(rule.byday) and not bounded


def hours_notes(rows: Iterable[Schedule], words: Words) -> tuple[Word, ...]:
    """What the hours table cannot say: "Line up from 8:30"."""
    texts = [words.child(row, field) for row in rows for field in ("description", "notes")]
    return tuple(dict.fromkeys(text for text in texts if text))


def _notices(service: Service, words: Words, now: datetime) -> list[Notice]:
    found = []
    if words.alert and (service.alert_until is None or service.alert_until >= today(now)):
        found.append(Notice("alert", words.alert))
    if service.status == ServiceStatus.TEMPORARILY_CLOSED:
        found.append(Notice("paused", Word(paused_text(service, now))))
    found += [Notice("full", Word(text)) for text in _full(service)]
    if not words.complete:
        found.append(Notice("foreign", Word(gettext("Part of this page is not translated yet."))))
    if words.outdated:
        found.append(Notice("outdated", Word(gettext(OUTDATED))))
    return found


def _full(service: Service) -> list[str]:
    counted = list(service.capacities.all())
    if not counted or any(row.available > 0 for row in counted):
        return []
    return [gettext("Full at the last count. Ask about the waiting list.")]
