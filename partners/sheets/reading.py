"""A file as people send it, as rows of text: CSV of any program, or XLSX. What cannot be read is said in a sentence."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.forms.turning import straight
from partners.sheets.columns import KEY, headings_in_every_language, plain

MOST_BYTES, MOST_ROWS = 5 * 1024 * 1024, 5000


@dataclass(frozen=True)
class SheetRow:
    """`number` as the program shows it; a formula stands as a value of its own kind."""

    number: int
    cells: dict[str, str]
    formulas: tuple[str, ...] = ()


class Formula(str):
    """What a spreadsheet would have computed."""


def rows_in(name: str, content: bytes) -> list[SheetRow]:
    """Raises ValidationError with everything that is wrong with the file as a whole."""
    if len(content) > MOST_BYTES:
        raise ValidationError(_("The file is larger than %(most)s.") % {"most": filesizeformat(MOST_BYTES)})
    lines = list(_xlsx(content) if name.lower().endswith(".xlsx") or content[:2] == b"PK" else _csv(content))
    if not any(str(cell or "").strip() for line in lines for cell in line):
        raise ValidationError(_("The file is empty."))
    paths = _paths(lines[0])
    if len(lines) > MOST_ROWS + 1:
        raise ValidationError(_("The file has more than %(most)s lines. Please divide it.") % {"most": MOST_ROWS})
    found = (_row(number, paths, cells) for number, cells in enumerate(lines[1:], start=2))
    return [row for row in found if any(row.cells.values()) or row.formulas]


def _paths(headings: list[Any]) -> list[str]:
    known = headings_in_every_language()
    wrong, paths = [], []
    for heading in headings:
        path = known.get(plain(heading), "") if str(heading).strip() else ""
        if str(heading).strip() and not path:
            wrong.append(_unknown(str(heading), list(known)))
        paths.append(path)
    twice = {path for path in paths if path and paths.count(path) > 1}
    wrong += [_("Two columns say the same: %(name)s.") % {"name": path} for path in sorted(twice)]
    if KEY not in paths and not wrong:
        wrong.append(_("The column with the keys is missing. Download the table here, and change that."))
    if wrong:
        raise ValidationError(wrong)
    return paths


def _unknown(heading: str, known: list[str]) -> str:
    near = get_close_matches(plain(heading), known, n=1, cutoff=0.75)
    if near:
        return _("No column is called “%(name)s”. Did you mean “%(other)s”?") % {"name": heading, "other": near[0]}
    return _("No column is called “%(name)s”.") % {"name": heading}


def _row(number: int, paths: list[str], cells: list[Any]) -> SheetRow:
    pairs = [(path, cell) for path, cell in zip(paths, cells, strict=False) if path]
    formulas = tuple(path for path, cell in pairs if isinstance(cell, Formula))
    return SheetRow(number, {path: _text(cell) for path, cell in pairs if not isinstance(cell, Formula)}, formulas)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = straight(str(cell)).replace("\x00", "").strip()
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text  # As our own table guards it.


def _xlsx(content: bytes) -> Iterator[list[Any]]:
    try:
        sheet = load_workbook(BytesIO(content), read_only=True).worksheets[0]
        for row in sheet.iter_rows():
            yield [Formula(cell.value) if cell.data_type == "f" else cell.value for cell in row]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, IndexError) as broken:
        raise ValidationError(_("This is not a spreadsheet, or it is broken. Save it as XLSX or CSV.")) from broken


def _csv(content: bytes) -> Iterator[list[Any]]:
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    try:
        for row in csv.reader(StringIO(text), delimiter=delimiter):
            yield [Formula(cell) if cell[:1] == "=" else cell for cell in row]
    except csv.Error as broken:
        raise ValidationError(_("This is not a spreadsheet, or it is broken. Save it as XLSX or CSV.")) from broken


def _decoded(content: bytes) -> str:
    """As most programs write it: with or without a mark at the beginning; else as older ones do."""
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    raise ValidationError(_("The letters of this file cannot be read. Save it as UTF-8."))
