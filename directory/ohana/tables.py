"""The tables of an Ohana folder, and the keys between them."""

import csv
import io
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory.hsds.files import Files
from directory.hsds.problems import Place, Report
from directory.hsds.read_tabular import is_utf8
from directory.hsds.source_rows import Unreadable

# Ohana numbers its rows from 1 in every installation; the namespace keeps two of them apart.
ROOT = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/codeforamerica/ohana-api")
TABLES = (
    "taxonomy",
    "organizations",
    "programs",
    "locations",
    "services",
    "contacts",
    "phones",
    "addresses",
    "mail_addresses",
    "regular_schedules",
    "holiday_schedules",
)
# Column → the table it names a row of.
KEYS = {
    "organization_id": "organizations",
    "program_id": "programs",
    "location_id": "locations",
    "service_id": "services",
    "contact_id": "contacts",
}


@dataclass(frozen=True)
class Line:
    """One line of a table, its keys checked."""

    table: str
    cells: dict[str, str]
    place: Place

    @property
    def id(self) -> str:
        return self.cells.get("id", "").strip()

    def get(self, column: str) -> str:
        return self.cells.get(column, "").strip()

    def list(self, column: str) -> list[str]:
        return [part.strip() for part in self.cells.get(column, "").split(",") if part.strip()]


class Tables:
    def __init__(self, files: Files, report: Report, namespace: str):
        self._files = files
        self._report = report
        self._namespace = uuid.uuid5(ROOT, namespace)
        self._lines: dict[str, dict[str, Line]] = {}
        if not any(files.named(f"{name}.csv") for name in TABLES[1:]):
            raise Unreadable(_("None of the files is named like a table of Ohana, for example services.csv."))
        for name in TABLES:
            self._lines[name] = self._read(name)

    def uuid(self, table: str, old: str, *more: str) -> str:
        """The same for the same old row in every run."""
        return str(uuid.uuid5(self._namespace, ":".join([table, old, *more])))

    def lines(self, table: str) -> Iterator[Line]:
        """The lines whose keys lead somewhere; the others are refused, and what depends on them with them."""
        for old, line in list(self._lines[table].items()):
            wrong = [
                column for column, target in KEYS.items() if line.get(column) and not self.has(target, line, column)
            ]
            if wrong:
                named = {"id": line.get(wrong[0]), "table": f"{KEYS[wrong[0]]}.csv"}
                self._report.refuse(
                    line.place, wrong[0], _("names %(id)s, which is not in %(table)s or was refused.") % named
                )
                self._report.nameless[table] += 1
                del self._lines[table][old]
            else:
                yield line

    def has(self, table: str, line: Line, column: str) -> bool:
        return line.get(column) in self._lines[table]

    def find(self, table: str, old: str) -> Line | None:
        return self._lines[table].get(old)

    def _read(self, table: str) -> dict[str, Line]:
        name = self._files.named(f"{table}.csv")
        if name is None:
            return {}
        with self._files.open(name) as raw:
            encoding = "utf-8-sig" if is_utf8(raw) else "cp1252"
        found: dict[str, Line] = {}
        with self._files.open(name) as raw:
            rows = csv.reader(io.TextIOWrapper(raw, encoding=encoding, newline="", errors="replace"))
            header = next(rows, [])
            before = rows.line_num
            for cells in rows:
                place, before = Place(name, before + 1), rows.line_num
                if any(cells):
                    self._add(found, Line(table, dict(zip(header, cells, strict=False)), place))
        return found

    def _add(self, found: dict[str, Line], line: Line) -> None:
        old = line.id or line.get("taxonomy_id")
        if not old or old in found:
            sentence = _("stands here twice; the first row counts.") if old else _("is missing.")
            self._report.refuse(line.place, "id", sentence)
            self._report.nameless[line.table] += 1
        else:
            found[old] = line
