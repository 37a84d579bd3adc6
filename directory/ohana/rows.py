"""Each table of Ohana as rows of the standard. What the standard has no word for stays as a column of its own."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from core.spoken import SPOKEN
from directory.hsds.problems import Report
from directory.hsds.source_rows import Portion, SourceRow
from directory.ohana.needs import Needs
from directory.ohana.spellings import ACCESSIBILITY, BYDAY, PHONES, byday, date_of, days_of, time_of
from directory.ohana.tables import KEYS, Line, Tables

RENAMED = {
    "locations": {"website": "url"},
    "services": {"website": "url", "eligibility": "eligibility_description", "fees": "fees_description"},
    "phones": {"number_type": "type", "department": "description"},
}
# Read into rows of their own, or into keys.
TAKEN = {
    "organizations": {"funding_sources"},
    "locations": {"accessibility", "languages", "virtual"},
    "services": {"location_id", "funding_sources", "languages", "required_documents", "service_areas"},
}
OTHER_NAMES = {"chinese (mandarin)": "cmn", "chinese (cantonese)": "yue", "mandarin": "cmn"}


class OhanaSource:
    """The rows of an Ohana folder, as the importer takes them."""

    def __init__(self, tables: Tables, report: Report, today: dt.date):
        self._tables = tables
        self._needs = Needs(tables, report)
        self._report = report
        self._today = today
        self.size = self.done = 1
        with translation.override("en"):
            self._codes = {str(name).casefold(): code for code, name in SPOKEN.items()} | OTHER_NAMES

    def portions(self) -> Iterator[Portion]:
        for rows in (
            self._needs.rows(),
            self._organizations(),
            self._programs(),
            self._locations(),
            self._services(),
            self._contacts(),
            self._phones(),
            self._addresses("addresses", "physical"),
            self._addresses("mail_addresses", "postal"),
            self._schedules(),
            self._holidays(),
        ):
            yield Portion(list(rows))

    def _row(self, kind: str, line: Line, **values: str) -> SourceRow:
        """A line with its columns renamed, its keys made UUIDs and its old number kept."""
        renamed = RENAMED.get(line.table, {})
        taken = TAKEN.get(line.table, set())
        raw: dict[str, Any] = {renamed.get(name, name): cell for name, cell in line.cells.items() if name not in taken}
        for column, target in KEYS.items():
            if raw.get(column):
                raw[column] = self._tables.uuid(target, line.get(column))
        raw |= {"id": self._tables.uuid(line.table, line.id), "ohana_id": line.id, **values}
        return SourceRow(kind, raw, line.place)

    def _listed(self, kind: str, line: Line, column: str, owner: str, name: str) -> Iterator[SourceRow]:
        """One row for each part of a comma-separated cell."""
        for position, part in enumerate(line.list(column)):
            raw = {"id": self._tables.uuid(line.table, line.id, column, part), name: part}
            raw[owner] = self._tables.uuid(line.table, line.id)
            yield SourceRow(kind, raw, line.place, position)

    def _organizations(self) -> Iterator[SourceRow]:
        for line in self._tables.lines("organizations"):
            founded = date_of(line.get("date_incorporated"))
            yield self._row("organization", line, year_incorporated=str(founded.year) if founded else "")
            yield from self._listed("funding", line, "funding_sources", "organization_id", "source")

    def _programs(self) -> Iterator[SourceRow]:
        for line in self._tables.lines("programs"):
            yield self._row("program", line)

    def _locations(self) -> Iterator[SourceRow]:
        for line in self._tables.lines("locations"):
            virtual = line.get("virtual").lower() == "true"
            yield self._row("location", line, location_type="virtual" if virtual else "physical")
            yield from self._languages(line, "location_id")
            for row in self._listed("accessibility", line, "accessibility", "location_id", "ohana_code"):
                yield SourceRow(
                    row.kind,
                    row.raw | {"description": ACCESSIBILITY.get(row.raw["ohana_code"], row.raw["ohana_code"])},
                    row.place,
                    row.position,
                )

    def _languages(self, line: Line, owner: str) -> Iterator[SourceRow]:
        for row in self._listed("language", line, "languages", owner, "name"):
            row.raw["code"] = self._codes.get(row.raw["name"].casefold(), "")
            yield row

    def _services(self) -> Iterator[SourceRow]:
        for line in self._tables.lines("services"):
            place = self._tables.find("locations", line.get("location_id"))
            owner = self._tables.uuid("organizations", place.get("organization_id")) if place else ""
            yield self._row("service", line, organization_id=owner, status=line.get("status") or "active")
            if place is not None:
                yield self._at_location(line, place)
            yield from self._listed("funding", line, "funding_sources", "service_id", "source")
            yield from self._languages(line, "service_id")
            yield from self._listed("required_document", line, "required_documents", "service_id", "document")
            yield from self._listed("service_area", line, "service_areas", "service_id", "name")
            yield from self._needs.of(line)

    def _at_location(self, line: Line, place: Line) -> SourceRow:
        raw = {
            "id": self._tables.uuid("services", line.id, "location"),
            "service_id": self._tables.uuid("services", line.id),
            "location_id": self._tables.uuid("locations", place.id),
        }
        return SourceRow("service_at_location", raw, line.place)

    def _contacts(self) -> Iterator[SourceRow]:
        for line in self._tables.lines("contacts"):
            yield self._row("contact", line)

    def _phones(self) -> Iterator[SourceRow]:
        for line in self._tables.lines("phones"):
            kind = line.get("number_type")
            yield self._row("phone", line, type=PHONES.get(kind, kind), ohana_number_type=kind)

    def _addresses(self, table: str, kind: str) -> Iterator[SourceRow]:
        for line in self._tables.lines(table):
            yield self._row("address", line, address_type=kind)

    def _schedules(self) -> Iterator[SourceRow]:
        for line in self._tables.lines("regular_schedules"):
            if (day := byday(line.get("weekday"))) in BYDAY:
                row = self._row("schedule", line, freq="WEEKLY", byday=day, **self._times(line))
                del row.raw["weekday"]
                yield row
            else:
                self._report.refuse(line.place, "weekday", _("is no day of the week."), value=day)
                self._report.nameless["schedule"] += 1

    def _holidays(self) -> Iterator[SourceRow]:
        for line in self._tables.lines("holiday_schedules"):
            start, end = date_of(line.get("start_date")), date_of(line.get("end_date") or line.get("start_date"))
            if start is None or end is None:
                # Refused by the importer, in its words for a date.
                yield self._row(
                    "schedule_exception", line, starts_on=line.get("start_date"), ends_on=line.get("end_date")
                )
                continue
            for first, last in days_of(start, end, self._today):
                row = self._row(
                    "schedule_exception", line, starts_on=str(first), ends_on=str(last), **self._times(line)
                )
                row.raw["id"] = self._tables.uuid(line.table, line.id, str(first))
                yield row

    def _times(self, line: Line) -> dict[str, str]:
        return {column: time_of(line.get(column)) for column in ("opens_at", "closes_at")}
