"""What leaves the desk as a table: counts and states, and nobody's name."""

import csv
import io
from typing import Any

import pytest
from openpyxl import load_workbook

from schools.counting import hide_few

pytestmark = pytest.mark.django_db


def test_the_tables_to_take_away_name_nobody(school, lupe, ask, at_desk) -> None:
    request = ask(school, outcome="Ana came")

    text = at_desk(lupe).get("/en/desk/requests.csv").content.decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(at_desk(lupe).get("/en/desk/requests.xlsx").content)).active

    assert next(iter(csv.reader(io.StringIO(text))))[0] == "reference"
    cells: list[Any] = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    assert request.reference in text and request.reference in cells
    for private in ("Ana", "Peña", "555", "comida"):
        assert private not in text and not any(private in str(cell) for cell in cells)


def test_the_numbers_hide_what_is_few(school, office, ask, at_desk) -> None:
    ask(school, kind="legal")

    html = at_desk(office).get("/en/desk/report/").content.decode()

    assert "few" in html and "<td>1</td>" not in html.replace(" ", "").replace("\n", "")
    assert [row.count for row in hide_few([("a", 9), ("b", 7), ("c", 2)])] == [9, None, None]
    assert [row.count for row in hide_few([("a", 9), ("b", 7)])] == [9, 7]


@pytest.mark.parametrize("query", ["state=x", "school=abc", "school=99999999999", "kind=%00", "language=%00", "page=0"])
def test_a_broken_question_narrows_nothing(school, lupe, ask, at_desk, query) -> None:
    assert at_desk(lupe).get(f"/en/desk/?{query}").status_code == 200
