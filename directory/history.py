"""Who changed which fact, when, from what to what: written at every publication, exported with the listings."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations, get_serializable_data_for_fields
from wagtail.log_actions import get_active_log_context
from wagtail.models import DraftStateMixin, LockableMixin, Revision, RevisionMixin

from core.models import WordsMixin
from directory.models import Metadata, Service

CREATE, UPDATE, DELETE = "create", "update", "delete"
NO_FACTS = {
    "extra",
    "sort_order",
    "last_modified",
    *(field.name for field in WordsMixin._meta.fields if field.name != "slug"),
    *(field.name for field in DraftStateMixin._meta.fields),
    *(field.name for field in RevisionMixin._meta.fields),
    *(field.name for field in LockableMixin._meta.fields),
}
Place = tuple[str, str]  # Kind and key of a row.
Facts = dict[Place, dict[str, str]]
_note: ContextVar[dict[str, Any]] = ContextVar("note", default={})  # noqa: B039  nobody writes into it


def facts_in(row: Any) -> Facts:
    """Every fact of a listing and of the rows inside it, as text, by row and field."""
    data = row.serializable_data() if hasattr(row, "serializable_data") else get_serializable_data_for_fields(row)
    return dict(_rows(type(row), data))


def _rows(model: type[Model], data: dict[str, Any]) -> Iterator[tuple[Place, dict[str, str]]]:
    facts = {
        field.name: _text(data.get(field.name))
        for field in model._meta.fields
        if field.name not in NO_FACTS and not field.primary_key and not isinstance(field, ParentalKey)
    }
    yield (str(model._meta.model_name), str(data["pk"])), facts
    for relation in get_all_child_relations(model):
        for child in data.get(relation.get_accessor_name(), []):
            yield from _rows(relation.related_model, child)


def _text(value: Any) -> str:
    if value is None or value == "":
        return ""
    return value if isinstance(value, str) else json.dumps(value, default=str)


def changes_between(before: Facts, after: Facts) -> Iterator[Metadata]:
    for place in {**before, **after}:
        old, new = before.get(place, {}), after.get(place, {})
        action = UPDATE if place in before and place in after else DELETE if place in before else CREATE
        for name in {**old, **new}:
            if old.get(name, "") != new.get(name, ""):
                yield Metadata(
                    resource_type=place[0],
                    resource_id=place[1],
                    last_action_type=action,
                    field_name=name,
                    previous_value=old.get(name, ""),
                    replacement_value=new.get(name, ""),
                )


def write_history(row: Any, before: Facts | None, revision: Revision | None) -> None:
    """`before` is None for a listing that was not public: its first publication is one line."""
    kind = str(row._meta.model_name)
    if before is None:
        first = Metadata(resource_type=kind, resource_id=row.pk, last_action_type=CREATE, field_name="name")
        first.replacement_value = str(row)
        changes = [first]
    else:
        changes = list(changes_between(before, facts_in(row)))
    keep(changes, by=_author(revision))
    if changes and isinstance(row, Service):
        row.last_modified = timezone.now()
        Service.objects.filter(pk=row.pk).update(last_modified=row.last_modified)


@contextmanager
def because(**note: Any) -> Iterator[None]:
    """What is kept beside every line of history that is written inside: why, and who approved it."""
    token = _note.set(note)
    try:
        yield
    finally:
        _note.reset(token)


def keep(changes: list[Metadata], *, by: str) -> None:
    now, note = timezone.now(), _note.get()
    for change in changes:
        change.last_action_date, change.updated_by = now, by
        change.extra = {**change.extra, **note}
    Metadata.objects.bulk_create(changes)


def _author(revision: Revision | None) -> str:
    """Who wrote what is published now; a moderator who lets it pass stands in the log."""
    user = revision.user if revision is not None and revision.user else get_active_log_context().user
    return str(user or "")
