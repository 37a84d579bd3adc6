"""Tables: a Tabular Data Package, or CSV files named as the standard names them."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from django.utils.translation import gettext as _

from directory.hsds.files import Files
from directory.hsds.kinds import BY_FILE, FILES
from directory.hsds.problems import Place, Report
from directory.hsds.source_rows import Portion, SourceRow, SourceTranslation, Unreadable

PORTION = 5000
TRANSLATIONS = "translation"
DESCRIPTOR = "datapackage.json"

csv.field_size_limit(64 * 1024 * 1024)


@dataclass(frozen=True)
class Table:
    kind: str
    file: str
    dialect: dict[str, str] = field(default_factory=dict)
    json_columns: frozenset[str] = frozenset()  # Columns whose cells hold JSON, as our own export writes them.


class TabularSource:
    def __init__(self, files: Files, report: Report):
        self._files = files
        self._report = report
        self.size = files.size

    @property
    def done(self) -> int:
        return self._files.done

    def portions(self) -> Iterator[Portion]:
        tables = self._described() if self._files.named(DESCRIPTOR) else self._undescribed()
        if not tables:
            raise Unreadable(_("None of the files is named like a table of the standard, for example services.csv."))
        order = [*FILES, TRANSLATIONS]
        for table in sorted(tables, key=lambda table: order.index(table.kind)):
            yield from self._portions_of(table)

    def _described(self) -> list[Table]:
        with self._files.open(DESCRIPTOR) as file:
            try:
                resources = json.load(io.TextIOWrapper(file, encoding="utf-8-sig"))["resources"]
            except (ValueError, KeyError, TypeError) as error:
                raise Unreadable(_("datapackage.json cannot be read: %(error)s") % {"error": error}) from error
        found = [self._table(resource) for resource in resources]
        return [table for table in found if table is not None]

    def _table(self, resource: dict[str, Any]) -> Table | None:
        path = resource.get("path")
        name = str(path[0] if isinstance(path, list) and path else path)
        kind = _kind(str(resource.get("name", ""))) or _kind(_stem(name))
        file = self._files.named(name)
        if kind is None:
            self._report.remark(Place(DESCRIPTOR), name, _("is no table of the standard and was left aside."))
            return None
        if file is None:
            return None
        fields = resource.get("schema", {}).get("fields", [])
        encoded = frozenset(entry["name"] for entry in fields if entry.get("format") == "json")
        return Table(kind, file, resource.get("dialect", {}), encoded)

    def _undescribed(self) -> list[Table]:
        tables = [name for name in self._files.sizes if name.endswith((".csv", ".csv.gz"))]
        found = {name: _kind(_stem(name)) for name in tables}
        for name, kind in found.items():
            if kind is None:
                self._report.remark(Place(name), "", _("is no table of the standard and was left aside."))
        return [Table(kind, name) for name, kind in found.items() if kind is not None]

    def _portions_of(self, table: Table) -> Iterator[Portion]:
        portion = Portion()
        for row in self._rows(table):
            if isinstance(row, SourceRow):
                portion.rows.append(row)
            else:
                portion.translations.append(row)
            if len(portion) == PORTION:
                yield portion
                portion = Portion()
        if portion:
            yield portion

    def _rows(self, table: Table) -> Iterator[SourceRow | SourceTranslation]:
        with self._files.open(table.file) as raw:
            file = io.TextIOWrapper(raw, encoding=self._encoding(table.file), newline="", errors="replace")
            lines = csv.reader(file, delimiter=table.dialect.get("delimiter", ","))
            header = next(lines, [])
            if len(set(header)) < len(header):
                self._report.refuse(
                    Place(table.file, 1), "", _("Two columns have the same name: the table was left aside.")
                )
                return
            yield from self._cells(table, header, lines)

    def _cells(self, table: Table, header: list[str], lines: Any) -> Iterator[SourceRow | SourceTranslation]:
        before = lines.line_num
        for cells in lines:
            place = Place(table.file, before + 1)
            before = lines.line_num
            if len(cells) > len(header):
                self._report.refuse(place, "", _("The row has more cells than there are columns."))
                self._report.nameless[table.kind] += 1
            elif cells:
                yield self._row(table, dict(zip(header, cells, strict=False)), place)

    def _row(self, table: Table, raw: dict[str, Any], place: Place) -> SourceRow | SourceTranslation:
        if table.kind == TRANSLATIONS:
            return SourceTranslation(raw.get("resource_type", ""), raw.get("resource_id", ""), raw, place)
        for column in table.json_columns:
            if raw.get(column):
                raw[column] = self._decoded(raw[column], column, place)
        return SourceRow(table.kind, raw, place)

    def _decoded(self, cell: str, column: str, place: Place) -> Any:
        try:
            return json.loads(cell)
        except ValueError:
            self._report.remark(place, column, _("is not JSON; it was kept as text."))
            return cell

    def _encoding(self, name: str) -> str:
        """UTF-8, or what old spreadsheets write when the bytes cannot be UTF-8."""
        with self._files.open(name) as file:
            done = self._files.done
            fits = is_utf8(file)
        self._files.done = done
        if not fits:
            self._report.remark(Place(name), "", _("is not UTF-8; it was read as Windows-1252. Check the accents."))
        return "utf-8-sig" if fits else "cp1252"


def is_utf8(file: IO[bytes]) -> bool:
    reader = io.TextIOWrapper(file, encoding="utf-8")
    try:
        while reader.read(1 << 16):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _stem(name: str) -> str:
    return name.rsplit("/", 1)[-1].removesuffix(".gz").removesuffix(".csv").lower()


def _kind(name: str) -> str | None:
    if name in ("translations", TRANSLATIONS):
        return TRANSLATIONS
    return name if name in FILES else BY_FILE.get(name)
