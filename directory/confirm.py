"""“Still correct today”: the office has checked a listing, and families read so."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, islice
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from directory.history import UPDATE, keep
from directory.models import Metadata, Organization, Service
from directory.models.record import AssuredBy

CONFIRMED, TAKEN_BACK = "directory.confirm", "directory.confirm_undo"
BATCH = 200
KINDS: dict[str, type[Any]] = {"service": Service, "organization": Organization}


@transaction.atomic
def confirm(
    listings: Iterable[Any],
    *,
    by: Any,
    on: date | None = None,
    assured_by: str = AssuredBy.OFFICE,
    email: str = "",
) -> uuid.UUID:
    """Mark listings as true today. What stands in their drafts stays in their drafts. The answer undoes it.

    `by` is an account, or None for somebody without one, who is known by `email`.
    """
    act = uuid.uuid4()
    values = {
        "assured_date": on or timezone.localdate(),
        "assured_by": str(assured_by),
        "assurer_email": email or by.email,
    }
    for some in batched(listings):
        changes = [
            _change(listing, name, getattr(listing, name), value, act)
            for listing in some
            for name, value in values.items()
            if getattr(listing, name) != value
        ]
        keep(changes, by=str(by or email))
        _write(some, values)
        for listing in some:
            log(instance=listing, action=CONFIRMED, user=by)
    return act


def batched(listings: Iterable[Any]) -> Iterator[list[Any]]:
    """Each batch of one kind: its table is written at once."""
    for _kind, same in groupby(listings, key=type):
        while some := list(islice(same, BATCH)):
            yield some


@transaction.atomic
def take_back(act: uuid.UUID, *, by: Any) -> int:
    """Undo a confirmation, unless somebody has changed the same facts since; how many listings it touched."""
    done = Metadata.objects.filter(extra__confirmation=str(act))
    listings: dict[Any, dict[str, Any]] = {}
    kinds: dict[Any, type[Any]] = {}
    for change in done:
        listings.setdefault(change.resource_id, {})[change.field_name] = change
        kinds[change.resource_id] = KINDS[change.resource_type]
    touched = 0
    for key, changes in listings.items():
        listing = kinds[key].objects.filter(pk=key).first()
        if listing is not None:
            touched += _restore(listing, changes, by)
    return touched


def _restore(listing: Any, changes: dict[str, Metadata], by: Any) -> bool:
    untouched = {n: c for n, c in changes.items() if _text(getattr(listing, n)) == c.replacement_value}
    if not untouched:
        return False
    values = {name: _value(name, change.previous_value) for name, change in untouched.items()}
    keep([_change(listing, name, getattr(listing, name), value, None) for name, value in values.items()], by=str(by))
    _write([listing], values)
    log(instance=listing, action=TAKEN_BACK, user=by)
    return True


def _write(listings: list[Any], values: dict[str, Any]) -> None:
    """Into the listings as the public sees them, and into their drafts: publishing those must not put it back."""
    kind = type(listings[0])
    kind.objects.filter(pk__in=[listing.pk for listing in listings]).update(**values)
    keys = {key for listing in listings for key in (listing.latest_revision_id, listing.live_revision_id) if key}
    revisions = list(Revision.objects.filter(pk__in=keys))
    stored = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
    for revision in revisions:
        revision.content = {**revision.content, **stored}
    Revision.objects.bulk_update(revisions, ["content"])
    for listing in listings:
        for name, value in values.items():
            setattr(listing, name, value)


def _change(listing: Any, name: str, old: Any, new: Any, act: uuid.UUID | None) -> Metadata:
    return Metadata(
        resource_type=listing._meta.model_name,
        resource_id=listing.pk,
        last_action_type=UPDATE,
        field_name=name,
        previous_value=_text(old),
        replacement_value=_text(new),
        extra={"confirmation": str(act)} if act else {},
    )


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _value(name: str, text: str) -> Any:
    return (date.fromisoformat(text) if text else None) if name == "assured_date" else text
