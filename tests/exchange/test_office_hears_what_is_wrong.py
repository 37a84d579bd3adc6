import csv
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from directory.models import Location, Organization, Phone, Service
from tests.exchange.packages import bring_in, counted, refusals, sentences

pytestmark = pytest.mark.django_db

ORG = "11111111-1111-4111-8111-111111111111"
OTHER = "22222222-2222-4222-8222-222222222222"
SERVICE = "33333333-3333-4333-8333-333333333333"
PHONE = "44444444-4444-4444-8444-444444444444"


def put(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    (folder / name).write_text(text, encoding, newline="")
    return folder


def organizations(folder: Path, *rows: str) -> Path:
    return put(folder, "organizations.csv", "\n".join(["id,name,description,email,year_incorporated", *rows]) + "\n")


def services(folder: Path, *rows: str) -> Path:
    return put(folder, "services.csv", "\n".join(["id,organization_id,name,status", *rows]) + "\n")


def test_every_problem_is_told_with_its_place_and_the_rest_comes_in(tmp_path: Path) -> None:
    report = bring_in(
        organizations(
            tmp_path,
            f"{ORG},Casa Peña,Help,not-an-address,soon",
            f"{OTHER},Fresh Start,Help,info@example.org,2011",
            "7,No uuid,Help,,",
            ",No id,Help,,",
        )
    )

    assert refusals(report) == [
        "organizations.csv:2: email “not-an-address”: is not an e-mail address.",
        "organizations.csv:2: year_incorporated “soon”: must be a number.",
        "organizations.csv:4: id “7”: is not a UUID like 0ab1c2d3-0000-4000-8000-000000000000.",
        "organizations.csv:5: id: is missing.",
    ]
    assert [found.name for found in Organization.objects.all()] == ["Fresh Start"]
    assert counted(report) == {"created": 1, "updated": 0, "unchanged": 0, "refused": 3}


def test_what_depends_on_a_refused_row_is_refused(tmp_path: Path) -> None:
    organizations(tmp_path, f"{ORG},,Help,,", f"{OTHER},Fresh Start,Help,,")
    services(tmp_path, f"{SERVICE},{ORG},Pantry,active")
    put(tmp_path, "phones.csv", f"id,service_id,organization_id,number\n{PHONE},{SERVICE},,555-0101\n")

    report = bring_in(tmp_path)

    assert refusals(report) == [
        "organizations.csv:2: name: is missing.",
        "services.csv:2: organization_id: belongs to a row that was refused.",
        "phones.csv:2: service_id: belongs to a row that was refused.",
    ]
    assert not Service.objects.exists() and not Phone.objects.exists()


def test_a_row_with_another_owner_outlives_a_refused_one(tmp_path: Path) -> None:
    organizations(tmp_path, f"{OTHER},Fresh Start,Help,,")
    services(tmp_path, f"{SERVICE},{OTHER},Pantry,open")
    put(tmp_path, "phones.csv", f"id,service_id,organization_id,number\n{PHONE},{SERVICE},{OTHER},555-0101\n")

    report = bring_in(tmp_path)

    assert Phone.objects.get().organization_id and not Phone.objects.get().service_id
    assert "services.csv:2: status “open”: must be one of: active, inactive, defunct, temporarily closed." in refusals(
        report
    )


def test_a_key_that_names_nothing_is_kept_and_mended_when_its_row_comes(tmp_path: Path) -> None:
    services(tmp_path, f"{SERVICE},{ORG},Pantry,active")
    first = bring_in(tmp_path)
    organizations(tmp_path, f"{ORG},Casa Peña,Help,,")

    second = bring_in(organizations(tmp_path, f"{ORG},Casa Peña,Help,,"))

    assert sentences(first) == [f"services.csv:2: organization_id: names {ORG}, which is not here; the key is kept."]
    assert not sentences(second)
    assert Service.objects.get().organization.name == "Casa Peña"
    assert Service.objects.get().extra == {}


def test_the_second_of_two_rows_with_one_id_is_refused(tmp_path: Path) -> None:
    report = bring_in(organizations(tmp_path, f"{ORG},First,Help,,", f"{ORG.upper()},Second,Help,,"))

    assert refusals(report) == ["organizations.csv:3: id: stands here twice; the first row counts."]
    assert Organization.objects.get().name == "First"


def test_tables_of_old_spreadsheets_are_read(tmp_path: Path) -> None:
    text = f'id,name,description\r\n{ORG},"Casa\r\nPeña",¿Dónde?\r\n{OTHER},Otra,Sí\r\n'
    (tmp_path / "utf8").mkdir()
    (tmp_path / "old").mkdir()
    bring_in(put(tmp_path / "utf8", "organizations.csv", text, "utf-8-sig"))

    report = bring_in(put(tmp_path / "old", "organizations.csv", text, "cp1252"))

    assert Organization.objects.get(pk=ORG).name == "Casa\r\nPeña"
    assert counted(report)["unchanged"] == 2
    assert sentences(report) == [
        "organizations.csv: is not UTF-8; it was read as Windows-1252. Check the accents.",
    ]


def test_the_line_told_is_the_line_in_the_file(tmp_path: Path) -> None:
    report = bring_in(organizations(tmp_path, f'{ORG},"Casa\nPeña","Two\nlines",,', "", "x,Bad,Help,,"))

    assert refusals(report)[0].startswith("organizations.csv:6: id “x”:")


def test_a_crooked_table_is_told_and_the_others_come_in(tmp_path: Path) -> None:
    organizations(tmp_path, f"{OTHER},Fresh Start,Help,,,,too,many", f"{ORG},Casa Peña,Help,,")
    put(tmp_path, "locations.csv", "id,id,location_type\n")
    put(tmp_path, "prices.csv", "id\n")

    report = bring_in(tmp_path)

    assert sorted(sentences(report)) == [
        "locations.csv:1: Two columns have the same name: the table was left aside.",
        "organizations.csv:2: The row has more cells than there are columns.",
        "prices.csv: is no table of the standard and was left aside.",
    ]
    assert Organization.objects.count() == 1 and not Location.objects.exists()


def test_what_the_database_cannot_hold_is_refused(tmp_path: Path) -> None:
    found = {"id": ORG, "name": "n" * 256, "description": "a\u0000b", "website": "www.example.org", "logo": "\ud800"}
    (tmp_path / "organization.json").write_text(json.dumps(found), "utf-8")

    assert [sentence.rpartition("”: ")[2] for sentence in refusals(bring_in(tmp_path / "organization.json"))] == [
        "is longer than 255 characters.",
        "holds a character that cannot be stored.",
        "is not a web address: it must begin with https:// or the like and hold no space.",
        "holds a character that cannot be stored.",
    ]


def test_json_is_told_by_pointer_and_line(tmp_path: Path) -> None:
    service: dict[str, Any] = {"id": SERVICE, "name": "Pantry", "status": "active", "organization": {"id": ORG}}
    service["phones"] = [{"id": PHONE, "number": ""}, "555-0102"]
    (tmp_path / "services.jsonl").write_text(f"{{broken\n{json.dumps(service)}\n", "utf-8")

    told = refusals(bring_in(tmp_path / "services.jsonl"))

    assert told[0].startswith("services.jsonl:1: is not JSON")
    assert "services.jsonl:2:/phones/0: number: is missing." in told
    assert "services.jsonl:2:/phones/1: must be an object in braces." in told
    assert "services.jsonl:2:/organization: name: is missing." in told
    assert "services.jsonl:2: organization_id: belongs to a row that was refused." in told


def test_children_of_an_object_without_id_are_refused(tmp_path: Path) -> None:
    found = {"name": "Casa Peña", "description": "", "phones": [{"id": PHONE, "number": "555-0101"}]}
    (tmp_path / "organization.json").write_text(json.dumps(found), "utf-8")

    report = bring_in(tmp_path / "organization.json")

    assert counted(report)["refused"] == 2
    assert not Phone.objects.exists()


def test_two_services_may_bring_the_same_phone_each_has_its_own(tmp_path: Path) -> None:
    phone = {"id": PHONE, "number": "555-0101", "languages": [{"id": OTHER, "code": "es"}]}
    organization = {"id": ORG, "name": "Casa Peña", "description": "Help"}
    common = {"name": "Pantry", "status": "active", "organization": organization, "phones": [phone]}
    (tmp_path / "services.json").write_text(json.dumps([{"id": SERVICE, **common}, {"id": OTHER, **common}]), "utf-8")
    bring_in(tmp_path / "services.json")

    report = bring_in(tmp_path / "services.json")

    assert [service.phones.get().number for service in Service.objects.all()] == ["555-0101"] * 2
    assert [phone.languages.count() for phone in Phone.objects.all()] == [1, 1]
    assert counted(report)["updated"] == 0


def test_what_is_not_said_is_left_alone_and_a_blank_clears(tmp_path: Path) -> None:
    bring_in(organizations(tmp_path, f"{ORG},Casa Peña,Help,info@example.org,2011"))
    Organization.objects.update(website="https://casa.example.org")

    bring_in(organizations(tmp_path, f"{ORG},Casa Peña,Help,,2011"))

    assert Organization.objects.get().email == ""
    assert Organization.objects.get().website == "https://casa.example.org"


def test_a_column_called_like_a_list_takes_no_lists_place(tmp_path: Path) -> None:
    bring_in(put(tmp_path, "organizations.csv", f"id,name,description,phones\n{ORG},Casa,Help,555-0101\n"))

    assert Organization.objects.get().extra == {"columns": {"phones_column": "555-0101"}}


def test_all_problems_can_be_had_as_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    organizations(tmp_path, *(f"{n:08d}-0000-4000-8000-000000000000,Name {n},,," for n in range(30)), "x,,,,")

    call_command("import_hsds", str(tmp_path), problems=tmp_path / "problems.csv")

    with (tmp_path / "problems.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len([row for row in rows if row["refused"] == "false"]) == 30
    assert rows[-1]["line"] == "32"
    assert "organizations.csv: description: 10 more remarks like these." in capsys.readouterr().err


def test_problems_are_told_in_the_language_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_hsds", str(organizations(tmp_path, f"{ORG},Casa Peña,Help,nada,")), language="es")

    assert "organizations.csv:2: email “nada”: no es una dirección de correo." in capsys.readouterr().err
