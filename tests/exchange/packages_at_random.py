"""Any package a stranger could send: every table, every type of column, keys that lead somewhere or nowhere."""

import csv
from pathlib import Path

from hypothesis import strategies as st

from directory.hsds.kinds import FILES, KINDS, Column, Kind

Rows = dict[str, list[dict[str, str]]]

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
WORDS = st.sampled_from(
    ["Peña", " two  spaces ", "¿Dónde?\r\nAquí", '"quoted", and; more', "\ufeff", "=1+1", "NULL", "0"]
)
# Not said by the office's side: keys of another table's rows, and what every row gets.
SKIPPED = {"id", "slug", "sort_order", "extension"}
SPELLINGS = {
    "number": ["0", "3", "12", "7.0", "1e1"],
    "date": ["2026-01-31", "2024-02-29T00:00:00Z", "0001-01-01", " 2026-12-31"],
    "time": ["10:00", "10:00:00", "24:00", "09:30-08:00", "23:59:59.500000"],
    "datetime": ["2023-03-15T10:30:45.123Z", "2024-09-25T14:23:06.5+01:00", "2026-01-31 10:00:00+00:00"],
    "bool": ["true", "false", "Yes", "0"],
    "list": ["phone", "in_person;online", "home; phone"],
}


@st.composite
def packages(draw: st.DrawFn) -> Rows:
    most = dict.fromkeys(FILES, 1) | {"organization": 2, "service": 2, "phone": 2}
    ids = {name: draw(st.lists(st.uuids().map(str), max_size=most[name], unique=True)) for name in FILES}
    return {name: [draw(row(KINDS[name], key, ids)) for key in ids[name]] for name in FILES}


@st.composite
def row(draw: st.DrawFn, kind: Kind, key: str, ids: dict[str, list[str]]) -> dict[str, str]:
    found = {"id": key}
    for name, column in kind.columns.items():
        if name in SKIPPED or (kind.name == "attribute" and column.points_at and not column.standard):
            continue
        needed = name in kind.schema["required"] or name in ("starts_on",)
        found[name] = draw(cells(column, ids) if needed else st.one_of(st.just(""), cells(column, ids)))
    found["x_unknown"] = draw(st.one_of(st.just(""), TEXT, WORDS))
    return found


def cells(column: Column, ids: dict[str, list[str]]) -> st.SearchStrategy[str]:
    if column.points_at or column.type == "uuid":
        here = ids.get(column.points_at, [])
        return st.one_of(st.uuids().map(str), st.sampled_from(here)) if here else st.uuids().map(str)
    if choices := column.schema.get("enum") or _choices(column):
        return st.sampled_from(sorted(choices))
    if column.type != "text":
        return st.sampled_from(SPELLINGS[column.type])
    if wanted := column.schema.get("format"):
        return st.sampled_from({"uri": ["https://example.org/ñ", "tel:555"], "email": ["a@example.org"]}[wanted])
    longest = column.field.max_length or 200
    return st.one_of(TEXT, WORDS).map(lambda text: text[:longest]).filter(bool)


def _choices(column: Column) -> list[str]:
    return [] if column.standard else [value for value, _label in column.field.choices or () if value]


def put(rows: Rows, folder: Path) -> Path:
    folder.mkdir()
    for name, found in rows.items():
        if found:
            with (folder / f"{FILES[name]}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(found[0]))
                writer.writeheader()
                writer.writerows(found)
    return folder
