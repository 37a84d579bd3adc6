"""What each line of a sheet would do: create, update, nothing, or refused with everything that is wrong with it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.locales import source_language
from partners.desk.fields import field_for, initial_of
from partners.desk.form import stored
from partners.models import MODELS, Kind
from partners.sheets.columns import KEY, KIND, PHONE, heading, known, list_in, phone_path
from partners.sheets.reading import SheetRow
from partners.values import Values, value_in, values_of_many


class Status(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass
class Line:
    """`base` is what stood in the changed values when the sheet was looked through."""

    number: int
    kind: str = Kind.SERVICE
    listing_id: str = ""
    name: str = ""
    status: str = Status.UNCHANGED
    changes: Values = field(default_factory=dict)
    base: Values = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def check(rows: Iterable[SheetRow], listings: dict[str, Any]) -> list[Line]:
    """`listings` are those the sender may change, by their key as text."""
    rows = list(rows)
    named = dict.fromkeys(row.cells.get(KEY, "").lower() for row in rows)
    known_ones = sorted((listings[key] for key in named if key in listings), key=lambda row: type(row).__name__)
    values = {str(listing.pk): found for listing, found in values_of_many(known_ones)}
    seen: set[str] = set()
    return [_checked(row, listings, values, seen) for row in rows]


def _checked(row: SheetRow, listings: dict[str, Any], values: dict[str, Values], seen: set[str]) -> Line:
    key = row.cells.get(KEY, "").lower()
    line = Line(row.number, name=row.cells.get("name", ""))
    for path in row.formulas:
        line.errors.append(_("%(column)s: a formula stands here; write its result.") % {"column": heading(path)})
    if not key:
        return _new(row, line)
    listing = listings.get(key)
    if listing is None:
        line.errors.append(_("No listing of yours has this key."))
    elif key in seen:
        line.errors.append(_("This listing stands in the table twice."))
    seen.add(key)
    if listing is None or line.errors:
        line.status = Status.REFUSED
        return line
    line.kind, line.listing_id, line.name = listing._meta.model_name, key, str(listing)
    return _compared(row, line, values[key])


def _compared(row: SheetRow, line: Line, values: Values) -> Line:
    for path, text in row.cells.items():
        if path in (KEY, KIND):
            continue
        if not known(path, line.kind):
            if text:
                line.errors.append(_("%(column)s: not a value of this kind of listing.") % {"column": heading(path)})
            continue
        try:
            _compare(line, path, text, values)
        except ValidationError as wrong:
            line.errors += [f"{heading(path)}: {message}" for message in wrong.messages]
    if line.errors:
        line.status, line.changes, line.base = Status.REFUSED, {}, {}
    elif line.changes:
        line.status = Status.UPDATE
    return line


def _compare(line: Line, path: str, text: str, values: Values) -> None:
    where = phone_path(values) if path == PHONE else path
    if path == PHONE and not where:
        if text:
            number = _cleaned("phones/x/number", line.kind, text, "")
            line.changes[f"phones/{uuid4()}"] = {"number": number}
        return
    present = value_in(values, where)
    if path == PHONE and not text:
        raise ValidationError(_("A phone is taken away in the form, not here."))
    value = stored(_cleaned(where, line.kind, text, present))
    if value != stored(initial_of(_field(where, line.kind, present), present)):
        line.changes[where], line.base[where] = value, present


def _cleaned(path: str, kind: str, text: str, present: Any) -> Any:
    given: Any = list_in(text) if path in ("groups", "delivery") else text
    return _field(path, kind, present).clean(given)


def _field(path: str, kind: str, present: Any) -> Any:
    name = path.partition("@")[0].rpartition("/")[2]
    model = MODELS[Kind.SERVICE]._meta.get_field("phones").related_model if "/" in path else MODELS[kind]
    found = field_for(model, name, present, settings.COUNTRY)
    found.required = path == "name"
    return found


def _new(row: SheetRow, line: Line) -> Line:
    """A line without a key is a new service, a draft until somebody of the office publishes it."""
    kind = row.cells.get(KIND, "").casefold()
    if kind and kind not in {str(Kind.SERVICE.label).casefold(), Kind.SERVICE.value}:
        line.errors.append(_("Only services can be added here."))
    line = _compared(SheetRow(row.number, {**row.cells, KIND: ""}), line, {})
    if not line.changes.get("name") and not line.errors:
        line.errors.append(_("A new service needs a name, in %(language)s.") % {"language": source_language()})
    line.status = Status.REFUSED if line.errors else Status.CREATE
    if line.errors:
        line.changes, line.base = {}, {}
    return line
