"""In and out again, as the tests of this folder say it."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from directory.hsds.importer import Import, open_source
from directory.hsds.kinds import KINDS
from directory.hsds.problems import Outcome, Report
from directory.hsds.selection import Selection
from directory.hsds.write_json import write_json, write_lines
from directory.hsds.write_tabular import write_tabular

DATA = Path(__file__).parents[1] / "data"
OFFICIAL = DATA / "hsds" / "official-3.1"
MOCK = DATA / "hsds" / "mock-api"
FORMS = ("tabular", "json", "ndjson")


def bring_in(path: Path, *, dry_run: bool = False) -> Report:
    report = Report()
    return Import(open_source(path, report), report, dry_run=dry_run).run()


def take_out(form: str, folder: Path, *, name: str = "out", **selection: bool) -> Path:
    write, target = {
        "tabular": (write_tabular, folder / name),
        "json": (write_json, folder / f"{name}.json"),
        "ndjson": (write_lines, folder / f"{name}.ndjson"),
    }[form]
    write(target, Selection(**selection), lambda _name: None)
    return target


def wipe() -> None:
    """Empty every table; what points at what is checked when the transaction ends."""
    for kind in reversed(KINDS.all()):
        kind.model._base_manager.all()._raw_delete(kind.model._base_manager.db)


def bytes_of(path: Path) -> dict[str, bytes]:
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


def counted(report: Report) -> dict[str, int]:
    return {outcome.value: report.total(outcome) for outcome in Outcome}


def sentences(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


def refusals(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems if problem.refuses]


def table(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def objects_in(found: Any) -> Iterator[dict[str, Any]]:
    """Every object with an id, however deep."""
    if isinstance(found, dict):
        if "id" in found:
            yield found
        for value in found.values():
            yield from objects_in(value)
    elif isinstance(found, list):
        for item in found:
            yield from objects_in(item)


def values_in(found: Any) -> dict[str, dict[str, Any]]:
    """The plain values of every object, joined by id."""
    joined: dict[str, dict[str, Any]] = {}
    for item in objects_in(found):
        plain = {name: value for name, value in item.items() if not isinstance(value, dict | list)}
        joined.setdefault(f"{item['id']}", {}).update(plain)
    return joined


def read_json(path: Path) -> Any:
    if path.suffix == ".ndjson":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return json.loads(path.read_text(encoding="utf-8"))


def changes(report: Report) -> list[str]:
    """Rows an import did anything with but find them as they were."""
    found = [(kind, outcomes) for kind, outcomes in report.outcomes.items()]
    return [f"{kind} {key} {what}" for kind, said in found for key, what in said.items() if what != Outcome.UNCHANGED]
