"""JSON: services with everything that is theirs, then whatever no service tells in full."""

import gzip
import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from directory.hsds.descriptor import PROFILE
from directory.hsds.flatten import OBJECT_TYPE
from directory.hsds.kinds import FILES, KINDS, LINKS, Kind
from directory.hsds.nesting import Nesting
from directory.hsds.references import here
from directory.hsds.selection import Selection
from directory.hsds.write_tabular import batches
from directory.models import ServiceAtLocation

BATCH = 200
HEAD = ("service", "organization")
ALWAYS_WHOLE = {"unit", "taxonomy", "taxonomy_term", "meta_table_description"}


def write_json(target: Path, selection: Selection, progress: Callable[[str], None]) -> int:
    """One object with a list per kind; how many objects are at its top."""
    count = 0
    with _open(target) as file:
        file.write(f'{{"version": "3.1", "profile": {json.dumps(PROFILE)}')
        for kind, objects in _all(selection):
            progress(FILES[kind.name])
            for number, found in enumerate(objects):
                file.write(",\n" if number else f",\n{json.dumps(FILES[kind.name])}: [\n")
                file.write(json.dumps(found, ensure_ascii=False))
                count += 1
                last = kind
            if count and last is kind:
                file.write("\n]")
        file.write("}\n")
    return count


def write_lines(target: Path, selection: Selection, progress: Callable[[str], None]) -> int:
    """One object per line, services first; the other lines say what they are."""
    count = 0
    with _open(target) as file:
        for kind, objects in _all(selection):
            progress(FILES[kind.name])
            for found in objects:
                said = found if kind.name == "service" else {OBJECT_TYPE: kind.name, **found}
                file.write(json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n")
                count += 1
    return count


def _all(selection: Selection) -> Iterator[tuple[Kind, Iterator[dict[str, Any]]]]:
    nesting = Nesting(selection)
    for name in [*HEAD, *(name for name in FILES if name not in HEAD)]:
        yield KINDS[name], _objects(KINDS[name], nesting, selection)


def _objects(kind: Kind, nesting: Nesting, selection: Selection) -> Iterator[dict[str, Any]]:
    for batch in batches(selection.rows(kind).iterator(chunk_size=BATCH), BATCH):
        rows = [row for row in batch if selection.admits(kind, row)]
        yield from nesting.whole(kind, _untold(kind, rows))


def _untold(kind: Kind, rows: list[Any]) -> list[Any]:
    """The rows that no object above them tells in full."""
    if kind.name in HEAD or kind.name in ALWAYS_WHOLE:
        return rows
    if kind.name == "location":
        told = ServiceAtLocation.objects.filter(location_id__in=[row.pk for row in rows], service__isnull=False)
        keys = set(told.values_list("location_id", flat=True))
        return [row for row in rows if row.pk not in keys]
    if kind.name in LINKS:
        return _unlinked(kind, rows)
    return [row for row in rows if not any(getattr(row, name) for name in kind.owners)]


def _unlinked(kind: Kind, rows: list[Any]) -> list[Any]:
    column = LINKS[kind.name][0]
    keys = {key for row in rows if (key := getattr(row, column))}
    found = set().union(*(here(KINDS[name], keys) for name in FILES)) if keys else set()
    return [row for row in rows if getattr(row, column) not in found]


@contextmanager
def _open(target: Path) -> Iterator[IO[str]]:
    """The file takes its place only when it is whole; gzip without a date, so that the same data is the same bytes."""
    part = target.with_name(f"{target.name}.part")
    with part.open("wb") as raw:
        if target.suffix == ".gz":
            with gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as packed:
                yield from _text(packed)
        else:
            yield from _text(raw)
    part.replace(target)


def _text(raw: Any) -> Iterator[IO[str]]:
    file = io.TextIOWrapper(raw, encoding="utf-8", newline="\n", write_through=False)
    yield file
    file.flush()
    file.detach()
