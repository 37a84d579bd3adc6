"""A row of a source becomes values for the model, or the sentences that say why it cannot."""

import uuid
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from directory.hsds.kinds import KINDS, Column, Kind
from directory.hsds.official import official_problems
from directory.hsds.problems import Place, Report
from directory.hsds.source_rows import SourceRow
from directory.hsds.values import Misfit, Reader, reader

# Rows that say nothing without it. Other texts the standard requires may be blank: offices leave them for later.
NAMES = {
    "organization": ("name",),
    "service": ("name",),
    "program": ("name",),
    "taxonomy": ("name",),
    "taxonomy_term": ("name",),
    "unit": ("name",),
    "phone": ("number",),
    "url": ("url",),
    "organization_identifier": ("identifier",),
    "schedule_exception": ("starts_on",),
}
DRAFT = "draft"  # Our own column: the listing is not public yet.
AS_WRITTEN = "extension_as_written"  # Our own column: an extension that is no number, which the standard cannot say.


@dataclass(slots=True)
class Row:
    """What a source says of one row. A name that is not in `values` was not said and changes nothing."""

    id: uuid.UUID
    place: Place
    values: dict[str, Any]
    verbatim: dict[str, Any] = field(default_factory=dict)  # Spellings that writing the value again would not give.
    unspelled: set[str] = field(default_factory=set)  # Numbers of JSON: a value without a spelling.
    columns: dict[str, Any] = field(default_factory=dict)  # What the standard does not know; None takes away.
    dangling: dict[str, str] = field(default_factory=dict)  # Keys of rows that are not here.
    position: int | None = None
    draft: bool | None = None


class RowReader:
    def __init__(self, kind: Kind):
        self._kind = kind
        self._read: dict[str, tuple[Reader, Column, Any]] = {
            name: (reader(column), column, _blank(column)) for name, column in kind.columns.items()
        }
        required = [name for name in kind.schema["required"] if name in kind.columns]
        self._required = [name for name in required if kind.columns[name].points_at == ""]
        self._needed = {"id", *NAMES.get(kind.name, ()), *(name for name in required if self._cannot_be_blank(name))}

    def _cannot_be_blank(self, name: str) -> bool:
        column = self._kind.columns[name]
        return "enum" in column.schema or column.type not in ("text", "digits", "uuid") or "format" in column.schema

    def read(self, source: SourceRow, report: Report) -> Row | None:
        """The row, or None when it is refused; what is wrong with it is in the report."""
        row = Row(uuid.UUID(int=0), source.place, {}, position=source.position)
        misfits: dict[str, str] = {}
        for name, raw in source.raw.items():
            found = self._read.get(name)
            if found is None:
                row.columns[self._free_name(name)] = None if raw == "" else raw
            elif raw is None or raw == "":
                row.values[name] = found[2]
            else:
                try:
                    row.values[name], exact = found[0](raw)
                    if not exact:
                        row.verbatim[name] = raw
                    elif type(raw) is not str:
                        row.unspelled.add(name)
                except Misfit as misfit:
                    misfits[name] = str(misfit)
        missing = [name for name in self._needed if name not in misfits and row.values.get(name) in (None, "")]
        if misfits or missing or source.orphaned:
            self._refuse(source, misfits, missing, report)
            return None
        return self._finished(row, report)

    def _free_name(self, name: str) -> str:
        """A column of a table may not be called like a list of the JSON form: there it would take its place."""
        return f"{name}_column" if name in self._kind.nested or name == "translations" else name

    def _finished(self, row: Row, report: Report) -> Row:
        row.id = row.values.pop("id")
        for name in self._required:
            if name != "id" and row.values.get(name) in (None, ""):
                report.remark(row.place, name, _("is blank, though the standard asks for it."))
        if row.columns:
            self._ours(row)
        return row

    def _ours(self, row: Row) -> None:
        """Our columns that stand for something else than a field of the same name."""
        if self._kind.has_words and DRAFT in row.columns:
            row.draft = str(row.columns.pop(DRAFT)).lower() == "true"
        as_written = row.columns.pop(AS_WRITTEN, None) if self._kind.name == "phone" else None
        if as_written:
            row.values["extension"] = str(as_written)

    def _refuse(self, source: SourceRow, misfits: dict[str, str], missing: list[str], report: Report) -> None:
        if source.orphaned:
            report.refuse(source.place, "", _("belongs to an object without an id."))
        for name in sorted(missing):
            report.refuse(source.place, name, _("is missing."))
        said = official_problems(self._kind, source.raw) if misfits else {}
        for name, sentence in misfits.items():
            report.refuse(source.place, name, said.get(name, sentence), value=str(source.raw[name])[:80])


def _blank(column: Column) -> Any:
    if column.name == "id":
        return None
    if column.type in ("text", "digits"):
        return "" if column.standard else column.field.get_default()
    return None if column.field.null else column.field.get_default()


@cache
def row_reader(name: str) -> RowReader:
    return RowReader(KINDS[name])


def id_of(raw: Any) -> uuid.UUID | None:
    """The id of a row that is refused for another reason, to know what depends on it."""
    try:
        return uuid.UUID(raw)
    except (ValueError, TypeError, AttributeError):
        return None
