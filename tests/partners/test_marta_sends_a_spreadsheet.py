"""Own listings as a table, there and back: every line is shown before anything happens, and all of it can be undone."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from core.languages import words_of
from directory.models import Organization, Phone, Service
from partners.models import Proposal, State, Upload
from tests.whole_listings import a_service, an_organization

pytestmark = pytest.mark.django_db
KEY, SUMMARY, SPANISH = "Key, do not change", "In one line (English)", "In one line (Spanish)"


def table(client: Client, name: str = "partner_sheet_file") -> list[dict[str, str]]:
    text = client.get(reverse(name, args=["csv"])).content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def as_csv(rows: list[dict[str, str]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    out = StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def send(client: Client, content: bytes, name: str = "listings.csv", page: str = "partner_sheet") -> str:
    return client.post(reverse(page), {"file": SimpleUploadedFile(name, content)}).content.decode()


def lines() -> list[dict[str, Any]]:
    return Upload.objects.latest("pk").lines


def of(rows: list[dict[str, str]], listing: Any) -> dict[str, str]:
    return next(row for row in rows if row[KEY] == str(listing.pk))


def act(client: Client, name: str) -> Any:
    addresses = {
        "apply": reverse("partner_sheet_line"),
        "undo": reverse("partner_sheet_undo"),
        "publish": reverse("partners_sheet_act", args=["apply"]),
        "take back": reverse("partners_sheet_act", args=["undo"]),
    }
    return client.post(addresses[name], {"upload": Upload.objects.latest("pk").pk}, follow=True)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_sent_back_as_it_came_changes_nothing(marta, mesa, pantry, form) -> None:
    Phone.objects.create(service=pantry, number="(831) 555-0111")
    content = marta.get(reverse("partner_sheet_file", args=[form])).content

    page = send(marta, content, f"listings.{form}")

    assert "2 as they are" in page
    assert "0 to change" in page
    assert "Send these changes" not in page


def test_what_she_changed_is_shown_and_then_sent_to_the_office(marta, mesa, pantry) -> None:
    rows = table(marta)
    of(rows, pantry).update({SUMMARY: "Free food", SPANISH: "Comida gratis", "Cost": "free"})

    page = send(marta, as_csv(rows))
    assert "Comida gratis" in page
    assert not Proposal.objects.exists()
    act(marta, "apply")

    proposal = Proposal.objects.get()
    assert proposal.changed == {"summary": "Free food", "summary@es": "Comida gratis", "cost": "free"}
    assert (proposal.way, proposal.state) == ("sheet", State.WAITING)
    act(marta, "undo")
    assert Proposal.objects.get().state == State.WITHDRAWN


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ","), ("utf-8", ";"), ("cp1252", ";"), ("utf-16", "\t")]
)
def test_files_of_any_program_are_read_with_their_accents(marta, pantry, encoding, delimiter) -> None:
    rows = table(marta)
    of(rows, pantry)[SPANISH] = "Leche y pañales: ¡gratis!"

    send(marta, as_csv(rows, encoding, delimiter))

    assert [line["changes"] for line in lines() if line["changes"]] == [{"summary@es": "Leche y pañales: ¡gratis!"}]


def test_headings_may_be_in_spanish_and_a_misspelt_one_is_named_with_what_was_meant(marta, pantry) -> None:
    spanish = marta.get("/es/aliados/tabla/listings.csv").content
    assert "Clave" in spanish.decode()

    assert (
        "0 rechazadas"
        in marta.post("/es/aliados/tabla/", {"file": SimpleUploadedFile("a.csv", spanish)}).content.decode()
    )
    page = send(marta, as_csv([{KEY: str(pantry.pk), "In one lime (English)": "x"}]), page="partner_sheet")

    assert "in one line (english)" in page


def test_everything_that_is_wrong_is_said_at_once_and_nothing_of_it_is_done(marta, pantry, mesa) -> None:
    rows = table(marta)
    other = a_service(an_organization("Otra"), "Soup", [])
    row = of(rows, pantry)
    row |= {"E-mail": "nobody", "From age": "young", "Cost": "cheap", "Phone": "12"}
    rows += [dict(row), {**dict.fromkeys(row, ""), KEY: str(other.pk), "Name (English)": "Mine now"}]

    page = send(marta, as_csv(rows))

    for words in ("E-mail: ", "From age: ", "Cost: ", "Phone: ", "stands in the table twice", "No listing of yours"):
        assert words in page, words
    assert [line["status"] for line in lines()] == ["unchanged", "refused", "refused", "refused"]


def test_a_formula_is_refused_and_none_goes_out(marta, pantry, mesa) -> None:
    Service.objects.filter(pk=pantry.pk).update(summary="=1+1")
    rows = table(marta)
    assert of(rows, pantry)[SUMMARY] == "'=1+1"
    book = Workbook()
    book.active.append([KEY, SUMMARY])
    book.active.append([str(pantry.pk), "=HYPERLINK(1)"])
    out = BytesIO()
    book.save(out)

    page = send(marta, out.getvalue(), "listings.xlsx")

    assert "a formula stands here" in page
    assert "0 refused" in send(marta, as_csv(rows))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b" ", "The file is empty"),
        ("a.xlsx", b"PK\x03\x04 broken", "not a spreadsheet"),
        ("a.csv", b"Name (English)\r\nPantry\r\n", "column with the keys is missing"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(marta, pantry, name, content, sentence) -> None:
    assert sentence in send(marta, content, name)
    assert "Choose a file first" in marta.post(reverse("partner_sheet")).content.decode()


def test_what_has_changed_since_it_was_looked_through_stops_all_of_it(marta, mesa, pantry) -> None:
    rows = table(marta)
    of(rows, pantry)[SUMMARY] = "Free food"
    of(rows, mesa)["E-mail"] = "new@mesa.org"
    send(marta, as_csv(rows))
    Service.objects.filter(pk=pantry.pk).update(summary="Edited by Elena")

    page = act(marta, "apply").content.decode()

    assert "have changed since" in page
    assert not Proposal.objects.exists()


def test_a_line_without_a_key_is_a_draft_of_their_own_and_can_be_taken_back(marta, mesa, pantry) -> None:
    row = {**dict.fromkeys(table(marta)[0], ""), "Name (English)": "Soup kitchen", "Phone": "831 555 0177"}
    send(marta, as_csv([row]))
    act(marta, "apply")

    soup = Service.objects.get(name="Soup kitchen")
    assert (soup.live, soup.organization, soup.phones.get().number) == (False, mesa, "(831) 555-0177")
    act(marta, "undo")
    assert not Service.objects.filter(name="Soup kitchen").exists()


def test_the_office_changes_the_whole_directory_and_takes_it_back_exactly(moses, mesa, pantry) -> None:
    rows = table(moses, "partners_sheet_file")
    of(rows, pantry).update({SUMMARY: "Free food", SPANISH: "Comida gratis"})
    of(rows, mesa)["E-mail"] = "new@mesa.org"
    send(moses, as_csv(rows), page="partners_sheet")
    act(moses, "publish")

    now = Service.objects.get(pk=pantry.pk)
    assert (now.summary, words_of(now, "es").summary.text) == ("Free food", "Comida gratis")
    Organization.objects.filter(pk=mesa.pk).update(email="later@mesa.org")
    page = act(moses, "take back").content.decode()

    now = Service.objects.get(pk=pantry.pk)
    assert (now.summary, words_of(now, "es").summary.text) == ("Food to take home.", "Food to take home. (es)")
    assert Organization.objects.get(pk=mesa.pk).email == "later@mesa.org"
    assert "Mesa" in page


def test_it_is_done_once_and_by_nobody_else(marta, mesa, pantry, member: Callable[..., Client]) -> None:
    rows = table(marta)
    of(rows, pantry)[SUMMARY] = "Free food"
    send(marta, as_csv(rows))
    other = member(an_organization("Otra Mesa"), "olga")

    assert act(other, "apply").status_code == 404
    act(marta, "apply")
    assert "done already" in act(marta, "apply").content.decode()
    assert Proposal.objects.count() == 1
    assert marta.get(reverse("partners_sheet"), follow=True).status_code in (403, 404)


def test_the_file_opens_in_a_spreadsheet(marta, pantry) -> None:
    content = marta.get(reverse("partner_sheet_file", args=["xlsx"])).content

    rows = list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[0][0] == KEY
    assert str(pantry.pk) in {row[0] for row in rows}
