"""The whole way in: read, judge, write, tell; all of it or nothing."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from directory.hsds.aftermath import tell_the_house
from directory.hsds.files import files_of
from directory.hsds.kinds import FILES, KINDS, Kind
from directory.hsds.owners import listings_among
from directory.hsds.problems import Outcome, Report
from directory.hsds.read_json import JsonSource
from directory.hsds.read_tabular import TabularSource
from directory.hsds.reading import Row, id_of, row_reader
from directory.hsds.references import References, Targets, mend, remark_on_loose
from directory.hsds.source_rows import Portion, Source, SourceRow, Unreadable
from directory.hsds.store import Store
from directory.hsds.words import WordsStore


def open_source(path: Path, report: Report) -> Source:
    """The reader that fits: tables when there are tables, JSON when there is JSON."""
    files = files_of(path)
    names = [name.removesuffix(".gz") for name in files.sizes]
    if files.named("datapackage.json") or any(name.endswith(".csv") for name in names):
        return TabularSource(files, report)
    if any(name.endswith((".json", ".ndjson", ".jsonl")) for name in names):
        return JsonSource(files, report)
    raise Unreadable(_("There are no tables (.csv) and no JSON (.json, .ndjson, .jsonl) in %(path)s.") % {"path": path})


@dataclass
class Import:
    """One run over a source. `progress` is told the bytes read so far."""

    source: Source
    report: Report
    dry_run: bool = False
    progress: Callable[[int], None] = lambda _done: None

    def __post_init__(self) -> None:
        self._targets = Targets(self.report)
        self._references = References(self._targets, self.report)
        self._store = Store(self.report)
        self._words = WordsStore(self.report)

    def run(self) -> Report:
        with transaction.atomic():
            for portion in self.source.portions():
                self._write(portion)
                self.progress(self.source.done)
            mend()
            remark_on_loose(self._references, self.report)
            stirred = listings_among(self._store.stirred)
            self._words.finish(stirred)
            if self.dry_run:
                transaction.set_rollback(True)
            else:
                tell_the_house(stirred, self.report)
        return self.report

    def _write(self, portion: Portion) -> None:
        groups: defaultdict[str, list[SourceRow]] = defaultdict(list)
        for row in portion.rows:
            groups[row.kind].append(row)
        for name in FILES:
            if name in groups:
                self._write_kind(KINDS[name], groups[name], repeats=portion.repeats)
        if portion.translations:
            self._words.write(portion.translations)

    def _write_kind(self, kind: Kind, found: list[SourceRow], *, repeats: bool) -> None:
        rows = self._read(kind, found, repeats=repeats)
        self._targets.are_here(kind.name, [row.id for row in rows])
        self._store.write(kind, self._references.settle(kind, rows), repeats=repeats)

    def _read(self, kind: Kind, found: list[SourceRow], *, repeats: bool) -> list[Row]:
        read = row_reader(kind.name).read
        outcomes = self.report.outcomes[kind.name]
        rows: dict[object, Row] = {}
        for source in found:
            row = read(source, self.report)
            if row is None:
                self._refused(kind, source)
            elif row.id in rows or (row.id in outcomes and not repeats):
                self.report.refuse(source.place, "id", _("stands here twice; the first row counts."))
                self.report.nameless[kind.name] += 1
            elif outcomes.get(row.id) != Outcome.REFUSED:
                rows[row.id] = row
        return list(rows.values())

    def _refused(self, kind: Kind, source: SourceRow) -> None:
        key = id_of(source.raw.get("id"))
        if key is None:
            self.report.nameless[kind.name] += 1
        else:
            self.report.outcomes[kind.name].setdefault(key, Outcome.REFUSED)
