"""What a result card reads of a service's rows, in six queries for any number of services.

Whole rows with a query for each relation took half of the time of a page of results.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from types import SimpleNamespace
from typing import Any

from django.db.models import Model, Q

from directory.hours.rules import DateException, Rule
from directory.models import Address, Language, Schedule, ScheduleException, Service, ServiceAtLocation

RULE = tuple(field.name for field in fields(Rule))
EXCEPTION = tuple(field.name for field in fields(DateException))
LOCATION = ("live", "do_not_list", "address_private", "latitude", "longitude")
KEYS = ("service_id", "service_at_location_id", "location_id")


class Rows(list[Any]):
    """Answers like a relation that has been read already."""

    def all(self) -> "Rows":
        return self


def with_card_rows(services: Iterable[Service]) -> list[Service]:
    """The same services with their hours, languages and places at hand: of these only what a card shows."""
    found = list(services)
    places = _places(found)
    locations = list({place.location.pk: place.location for place in places}.values())
    owners: tuple[Sequence[Any], ...] = (found, places, locations)
    parents = {name: [owner.pk for owner in group] for name, group in zip(KEYS, owners, strict=True)}
    hours, exceptions = _rows(Schedule, RULE, parents), _rows(ScheduleException, EXCEPTION, parents)
    for owner in (owner for group in owners for owner in group):
        _give(owner, schedules=hours[owner.pk], schedule_exceptions=exceptions[owner.pk])
    languages = _rows(Language, ("code", "name"), {"service_id": parents["service_id"]})
    for service in found:
        at = Rows(place for place in places if place.service is service)
        _give(service, languages=languages[service.pk], service_at_locations=at)
    return found


def _places(services: Sequence[Service]) -> list[SimpleNamespace]:
    """In the editor's order; a location that several share is one row."""
    by_key = {service.pk: service for service in services}
    shown = ServiceAtLocation.objects.filter(service_id__in=list(by_key), location__isnull=False).order_by("sort_order")
    rows = list(shown.values_list("pk", "service_id", "location_id", *(f"location__{name}" for name in LOCATION)))
    addresses = _rows(Address, ("city",), {"location_id": list({row[2] for row in rows})})
    locations = {
        row[2]: SimpleNamespace(pk=row[2], addresses=addresses[row[2]], **dict(zip(LOCATION, row[3:], strict=True)))
        for row in rows
    }
    return [SimpleNamespace(pk=row[0], service=by_key[row[1]], location=locations[row[2]]) for row in rows]


def _rows(model: type[Model], names: Sequence[str], parents: dict[str, list[Any]]) -> defaultdict[Any, Rows]:
    """Rows of any of these parents by the key of the parent, in the editor's order."""
    found: defaultdict[Any, Rows] = defaultdict(Rows)
    asked = {name: keys for name, keys in parents.items() if keys}
    if not asked:
        return found
    whose = Q(*((f"{name}__in", keys) for name, keys in asked.items()), _connector=Q.OR)
    rows = model._default_manager.filter(whose).order_by("sort_order").values_list(*asked, *names)
    for row in rows:
        parent = next(key for key in row[: len(asked)] if key is not None)
        found[parent].append(SimpleNamespace(**dict(zip(names, row[len(asked) :], strict=True))))
    return found


def _give(owner: Any, **relations: Rows) -> None:
    if isinstance(owner, Model):
        owner.__dict__.setdefault("_prefetched_objects_cache", {}).update(relations)
    else:
        vars(owner).update(relations)
