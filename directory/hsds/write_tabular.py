"""A Tabular Data Package: one table per kind, into a folder or a zip."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any, TypeAlias

from directory.hsds.descriptor import TRANSLATION_COLUMNS, Header, describe
from directory.hsds.kinds import KINDS, Kind
from directory.hsds.saying import Saying
from directory.hsds.selection import Selection
from directory.hsds.values import text_of
from directory.hsds.words_out import entries_of

BATCH = 1000
# Nothing in a package tells when it was made: the same directory gives the same bytes.
NO_DATE = (1980, 1, 1, 0, 0, 0)

Open: TypeAlias = Callable[[str], AbstractContextManager[IO[str]]]


def write_tabular(target: Path, selection: Selection, progress: Callable[[str], None]) -> int:
    """Write the package; how many rows are in it."""
    with _zip(target) if target.suffix == ".zip" else _folder(target) as open_file:
        return _package(open_file, selection, progress)


def _package(open_file: Open, selection: Selection, progress: Callable[[str], None]) -> int:
    headers = {kind.name: _header(kind, selection) for kind in KINDS.all()}
    with open_file("datapackage.json") as file:
        json.dump(describe(headers), file, ensure_ascii=False, indent=2)
    count = 0
    for kind in KINDS.all():
        progress(kind.file)
        with open_file(kind.file) as file:
            count += _table(file, kind, headers[kind.name], selection)
    progress("translations.csv")
    with open_file("translations.csv") as file:
        count += _translations(file, selection)
    return count


def _header(kind: Kind, selection: Selection) -> Header:
    """Two passes over a table: the unknown columns must be known before its first line is written."""
    known = Saying(kind, selection).columns()
    kept: dict[str, bool] = {}
    if not selection.public:
        for extra in selection.rows(kind).exclude(extra={}).values_list("extra", flat=True).iterator(chunk_size=BATCH):
            for name, value in extra.get("columns", {}).items():
                kept[name] = kept.get(name, False) or not isinstance(value, str)
    return Header(known, {name: kept[name] for name in sorted(kept) if name not in known})


def _table(file: IO[str], kind: Kind, header: Header, selection: Selection) -> int:
    rows = csv.DictWriter(file, header.names, restval="", extrasaction="ignore")
    rows.writeheader()
    saying = Saying(kind, selection)
    count = 0
    for row in selection.rows(kind).iterator(chunk_size=BATCH):
        if selection.admits(kind, row):
            rows.writerow(
                {name: _cell(value, header.kept.get(name, False)) for name, value in saying.as_cells(row).items()}
            )
            count += 1
    return count


def _cell(value: Any, encoded: bool) -> str:
    if encoded:
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return value if isinstance(value, str) else text_of(value)


def _translations(file: IO[str], selection: Selection) -> int:
    rows = csv.DictWriter(file, TRANSLATION_COLUMNS, restval="")
    rows.writeheader()
    count = 0
    for kind in KINDS.all():
        if kind.has_words:
            for batch in batches(
                row for row in selection.rows(kind).iterator(chunk_size=BATCH) if selection.admits(kind, row)
            ):
                for entry in entries_of(kind, batch, selection):
                    cells = {name: text_of(value) for name, value in entry.values.items()}
                    rows.writerow({"resource_type": entry.kind, "resource_id": str(entry.id), **cells})
                    count += 1
    return count


def batches(rows: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, size)):
        yield batch


@contextmanager
def _folder(target: Path) -> Iterator[Open]:
    """Each file takes its place only when it is whole."""
    target.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def open_file(name: str) -> Iterator[IO[str]]:
        part = target / f"{name}.part"
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(target / name)

    yield open_file


@contextmanager
def _zip(target: Path) -> Iterator[Open]:
    part = target.with_name(f"{target.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:

        @contextmanager
        def open_file(name: str) -> Iterator[IO[str]]:
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with (
                archive.open(entry, "w", force_zip64=True) as raw,
                io.TextIOWrapper(raw, encoding="utf-8", newline="") as file,
            ):
                yield file

        yield open_file
    part.replace(target)
