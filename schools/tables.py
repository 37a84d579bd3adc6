"""Tables the office takes away, as text or for a spreadsheet. Who fills them leaves out whatever tells who asked."""

import csv
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from openpyxl import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Cell = str | int | float


def table_file(name: str, form: str, columns: Iterable[Any], rows: Iterable[Iterable[Cell]]) -> HttpResponse:
    """`form` comes from an address: csv or xlsx, everything else is not found."""
    if form not in ("csv", "xlsx"):
        raise Http404
    lines: list[list[Cell]] = [
        [str(column) for column in columns],
        *([_harmless(cell) for cell in row] for row in rows),
    ]
    response = _csv(lines) if form == "csv" else _xlsx(name, lines)
    response["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate()}.{form}"'
    return response


def _harmless(cell: Cell) -> Cell:
    """A spreadsheet takes a text that begins so for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell


def _csv(lines: Iterable[list[Cell]]) -> HttpResponse:
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    csv.writer(response).writerows(lines)
    return response


def _xlsx(name: str, lines: Iterable[list[Cell]]) -> HttpResponse:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    for line in lines:
        sheet.append(line)
    content = BytesIO()
    book.save(content)
    return HttpResponse(content.getvalue(), content_type=XLSX)
