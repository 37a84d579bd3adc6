"""Tables the office takes away, as text or for a spreadsheet. Who fills them leaves out whatever tells who asked."""

import csv
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from openpyxl import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_file(name: str, form: str, columns: Iterable[Any], rows: Iterable[Iterable[str]]) -> HttpResponse:
    """`form` comes from an address: csv or xlsx, everything else is not found."""
    if form not in ("csv", "xlsx"):
        raise Http404
    lines = [[str(column) for column in columns], *([_harmless(cell) for cell in row] for row in rows)]
    response = _csv(lines) if form == "csv" else _xlsx(name, lines)
    response["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate()}.{form}"'
    return response


def _harmless(text: str) -> str:
    """A spreadsheet takes a text that begins so for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _csv(lines: Iterable[list[str]]) -> HttpResponse:
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    csv.writer(response).writerows(lines)
    return response


def _xlsx(name: str, lines: Iterable[list[str]]) -> HttpResponse:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    for line in lines:
        sheet.append(line)
    content = BytesIO()
    book.save(content)
    return HttpResponse(content.getvalue(), content_type=XLSX)
