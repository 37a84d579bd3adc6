"""What points at a listing points at another one from now on, and can be turned back."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.db.models import Q

from directory.models import Location, Organization, Service
from partners.applying import publish_changes, with_changes
from partners.comparing import GONE, row_in
from partners.models import AtOnce, Claim, Membership, Proposal, Report, Suggestion
from partners.models.due import Asked
from partners.values import Content, content_of, is_row, values_of
from schools.asking.models import ListItem

Moved = dict[str, Any]  # One line of what is kept for the way back, as JSON has it.
LISTINGS: dict[str, tuple[tuple[type[Any], str], ...]] = {
    "organization": ((Service, "organization"), (Location, "organization"), (Organization, "parent_organization")),
    "service": (),
    "location": (),
}
BESIDE: dict[str, tuple[tuple[type[Any], str], ...]] = {
    "organization": (
        (Claim, "organization_id"),
        (Proposal, "organization_id"),
        (Report, "organization_id"),
        (Asked, "organization_id"),
        (Membership, "organization_id"),
    ),
    "service": ((AtOnce, "service_id"), (Suggestion, "service_id")),
    "location": (),
}
NAMED: tuple[tuple[type[Any], str], ...] = (
    (Proposal, "listing_id"),
    (Report, "listing_id"),
    (ListItem, "object_id"),
)
MODELS_BY_NAME: dict[str, Any] = {model._meta.label: model for model in (Service, Location, Organization)}
MODELS_BY_NAME |= {model._meta.label: model for model, _column in chain(*BESIDE.values(), NAMED)}


def move(away: Any, keep: Any, *, by: Any) -> list[Moved]:
    return [*_move_listings(away, keep, by), *_move_places(away, keep, by), *_move_beside(away, keep)]


def move_back(moved: list[Moved], keep: Any, *, by: Any) -> None:
    """What points elsewhere by now, or is not there any more, is left alone."""
    for line in moved:
        model = MODELS_BY_NAME[line["model"]]
        row = model._default_manager.filter(pk=line["pk"]).first()
        if row is None:
            continue
        if "path" in line:
            _turn_back(row, line, keep, by)
        elif str(getattr(row, line["column"])) == str(keep.pk):
            model._default_manager.filter(pk=row.pk).update(**{line["column"]: line["was"]})


def point(row: Any, path: str, value: Any, *, by: Any, why: str) -> None:
    """A draft stays a draft, before its first publication and after."""
    if row.live:
        publish_changes(row, {path: value}, by=by, approved_by=by, note={"why": why})
        return
    draft = row.latest_revision
    content: Content = draft.content if draft is not None else content_of(row)
    row.with_content_json(with_changes(content_of(row), {path: value})).save()
    changed = row.with_content_json(with_changes(content, {path: value}))
    changed.save_revision(user=draft.user if draft is not None else by, clean=False)


def _move_listings(away: Any, keep: Any, by: Any) -> Iterator[Moved]:
    for model, name in LISTINGS[away._meta.model_name]:
        for row in model._default_manager.facts().filter(**{name: away}):
            value = None if row.pk == keep.pk else str(keep.pk)
            point(row, name, value or "", by=by, why=str(away))
            yield {"model": model._meta.label, "pk": str(row.pk), "path": name, "was": str(away.pk), "now": value}
        # Rows of words keep a copy of what they were made with.
        model._default_manager.filter(**{name: away}).update(**{name: keep})


def _move_places(away: Any, keep: Any, by: Any) -> Iterator[Moved]:
    """A place stands in the rows of the services that are given there; where both stood there, once."""
    if not isinstance(away, Location):
        return
    for service in Service.objects.facts().filter(service_at_locations__location=away).distinct():
        values = values_of(service)
        there = any(values[path] == str(keep.pk) for path in values if _names_place(path))
        for path in [path for path in values if _names_place(path) and values[path] == str(away.pk)]:
            row = path.rpartition("/")[0]
            told, new = (row, GONE) if there else (path, str(keep.pk))
            was = row_in(values, row) if there else str(away.pk)
            point(Service.objects.get(pk=service.pk), told, new, by=by, why=str(away))
            there = True
            yield {"model": Service._meta.label, "pk": str(service.pk), "path": told, "was": was, "now": new}


def _names_place(path: str) -> bool:
    return path.startswith("service_at_locations/") and path.endswith("/location") and path.count("/") == 2


def _move_beside(away: Any, keep: Any) -> Iterator[Moved]:
    kind = away._meta.model_name
    named = [(model, column, Q(kind=kind)) for model, column in NAMED]
    for model, column, where in [*((model, column, Q()) for model, column in BESIDE[kind]), *named]:
        for row in model._default_manager.filter(where, **{column: away.pk}):
            if _is_there(row, column, keep):
                continue
            model._default_manager.filter(pk=row.pk).update(**{column: keep.pk})
            yield {"model": model._meta.label, "pk": row.pk, "column": column, "was": str(away.pk)}


def _is_there(row: Any, column: str, keep: Any) -> bool:
    """Somebody speaks for both already, both are being asked, a list names both: the row that stays says it."""
    rows = type(row)._default_manager.filter(**{column: keep.pk})
    if isinstance(row, Membership):
        return row.ended_at is None and rows.filter(account=row.account_id, ended_at=None).exists()
    if isinstance(row, Asked):
        return row.ended_on is None and rows.filter(ended_on=None).exists()
    return isinstance(row, ListItem) and rows.filter(list=row.list_id, kind=row.kind).exists()


def _turn_back(row: Any, line: Moved, keep: Any, by: Any) -> None:
    values = values_of(row)
    if is_row(line["path"]):
        if line["path"] not in values:
            point(row, line["path"], line["was"], by=by, why=str(keep))
    elif str(values.get(line["path"], "")) == str(line["now"] or ""):
        point(row, line["path"], line["was"], by=by, why=str(keep))
