"""The needs a service names by code: terms that are here, or those of the source's own taxonomy."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from directory.hsds.problems import Report
from directory.hsds.source_rows import SourceRow
from directory.models import TaxonomyTerm
from directory.ohana.tables import Line, Tables


class Needs:
    def __init__(self, tables: Tables, report: Report):
        self._tables = tables
        self._report = report
        here = TaxonomyTerm.objects.facts().exclude(code="").values_list("code", "name", "pk")
        self._here = {code: (name, str(pk)) for code, name, pk in here}

    def rows(self) -> Iterator[SourceRow]:
        """Terms of the source that are not here under the same code and name."""
        own = [line for line in self._tables.lines("taxonomy") if self._known(line) is None]
        if own:
            key = self._tables.uuid("taxonomy", "")
            raw = {"id": key, "name": _("Needs of the imported directory"), "description": ""}
            yield SourceRow("taxonomy", raw, own[0].place)
        for line in own:
            code, parent = line.get("taxonomy_id"), line.get("parent_id")
            raw = {"id": self._own_id(code), "code": code, "name": line.get("name"), "description": ""}
            raw |= {
                "taxonomy_id": self._tables.uuid("taxonomy", ""),
                "parent_id": self.term_id(parent) if parent else "",
            }
            yield SourceRow("taxonomy_term", raw, line.place)

    def of(self, service: Line) -> Iterator[SourceRow]:
        for position, code in enumerate(service.list("taxonomy_ids")):
            term = self.term_id(code)
            if not term:
                self._report.remark(
                    service.place,
                    "taxonomy_ids",
                    _("%(code)s is no need known here; the code is kept.") % {"code": code},
                )
                continue
            raw = {"id": self._tables.uuid("attributes", service.id, code), "taxonomy_term_id": term}
            raw |= {"link_id": self._tables.uuid("services", service.id), "link_entity": "service"}
            yield SourceRow("attribute", raw, service.place, position)

    def term_id(self, code: str) -> str:
        line = self._tables.find("taxonomy", code)
        if line is not None:
            return self._known(line) or self._own_id(code)
        return self._here.get(code, ("", ""))[1]

    def _known(self, line: Line) -> str | None:
        """The term here that has both the code and the name: codes alone differ between taxonomies."""
        name, key = self._here.get(line.get("taxonomy_id"), ("", ""))
        return key if name.casefold() == line.get("name").casefold() and key else None

    def _own_id(self, code: str) -> str:
        return self._tables.uuid("taxonomy_terms", code)
