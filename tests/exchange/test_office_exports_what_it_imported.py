import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from directory.hsds.kinds import FILES
from directory.hsds.schemas import whole
from directory.models import Phone, Schedule, Service
from tests.exchange.packages import (
    FORMS,
    MOCK,
    OFFICIAL,
    bring_in,
    bytes_of,
    changes,
    counted,
    objects_in,
    read_json,
    refusals,
    table,
    take_out,
    values_in,
    wipe,
)

pytestmark = pytest.mark.django_db

SOURCES = [
    OFFICIAL / "csv",
    OFFICIAL / "service_full.json",
    OFFICIAL / "organization_full.json",
    OFFICIAL / "service_at_location_full.json",
    OFFICIAL / "tabular.json",
    MOCK,
]
NAMED = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)


@NAMED
def test_an_official_example_comes_in_without_refusal(source: Path) -> None:
    report = bring_in(source)

    assert not refusals(report)
    assert report.read_anything


@NAMED
@pytest.mark.parametrize("form", FORMS)
def test_importing_an_export_changes_nothing(source: Path, form: str, tmp_path: Path) -> None:
    bring_in(source)

    report = bring_in(take_out(form, tmp_path))

    assert not changes(report)


@NAMED
@pytest.mark.parametrize("form", FORMS)
def test_an_emptied_directory_exports_the_same_bytes_after_it_was_filled_again(
    source: Path, form: str, tmp_path: Path
) -> None:
    bring_in(source)
    first = take_out(form, tmp_path, name="first")
    wipe()

    bring_in(first)

    assert list(bytes_of(take_out(form, tmp_path, name="second")).values()) == list(bytes_of(first).values())


@pytest.mark.parametrize("name", FILES.values())
def test_every_cell_of_the_official_package_goes_out_as_it_came(name: str, tmp_path: Path) -> None:
    if not (OFFICIAL / "csv" / f"{name}.csv").exists():
        pytest.skip("not in the official package")
    bring_in(OFFICIAL / "csv")

    written = table(take_out("tabular", tmp_path) / f"{name}.csv")

    for key, row in table(OFFICIAL / "csv" / f"{name}.csv").items():
        assert row.items() <= written[key].items()


@pytest.mark.parametrize("name", ["service_full.json", "organization_full.json", "service_at_location_full.json"])
def test_every_value_of_the_official_json_goes_out(name: str, tmp_path: Path) -> None:
    bring_in(OFFICIAL / name)

    written = values_in(read_json(take_out("json", tmp_path)))

    for key, values in values_in(read_json(OFFICIAL / name)).items():
        assert values.items() <= written[key].items()


@NAMED
@pytest.mark.parametrize("version", ["3.0", "3.1.1"])
def test_what_goes_out_is_valid_by_the_official_schemas(source: Path, version: str, tmp_path: Path) -> None:
    bring_in(source)

    for said in read_json(take_out("ndjson", tmp_path)):
        kind = said.get("object_type", "service")
        if kind in FILES and (version != "3.0" or kind not in ("unit", "url", "service_capacity")):
            errors = {error.message for error in whole(kind, version).iter_errors(said)}
            # The official tables name a unit that is not among them.
            assert not errors - {"'unit' is a required property"}, kind


def test_a_packed_source_is_read_like_an_open_one(tmp_path: Path) -> None:
    shutil.make_archive(str(tmp_path / "package"), "zip", OFFICIAL / "csv")
    (tmp_path / "service.json.gz").write_bytes(gzip.compress((OFFICIAL / "service_full.json").read_bytes()))

    assert counted(bring_in(tmp_path / "package.zip"))["created"] == 24
    assert not counted(bring_in(tmp_path / "service.json.gz"))["refused"]


def test_a_page_of_an_api_and_lines_of_json_are_read(tmp_path: Path) -> None:
    service = read_json(OFFICIAL / "service_full.json")
    (tmp_path / "services.ndjson").write_text(f"\n{json.dumps(service)}\n\n", encoding="utf-8")

    assert bring_in(OFFICIAL / "service_list.json").outcomes["service"]
    assert bring_in(tmp_path / "services.ndjson").outcomes["service"]


def test_rows_shared_by_several_objects_stay_one_row() -> None:
    bring_in(OFFICIAL / "service_full.json")

    phone = Phone.objects.get()
    assert phone.service_id and phone.organization_id and phone.contact_id and phone.location_id
    assert phone.service_at_location_id


def test_a_spelling_is_kept_until_the_value_changes(tmp_path: Path) -> None:
    shutil.copytree(OFFICIAL / "csv", tmp_path / "in")
    schedules = tmp_path / "in" / "schedules.csv"
    schedules.write_text(schedules.read_text("utf-8").replace("10:00:00", "10:00"), "utf-8")
    bring_in(tmp_path / "in")

    before = next(iter(table(take_out("tabular", tmp_path) / "schedules.csv").values()))
    Schedule.objects.update(opens_at="11:00:00")
    after = next(iter(table(take_out("tabular", tmp_path) / "schedules.csv").values()))

    assert (before["opens_at"], after["opens_at"]) == ("10:00", "11:00:00")


def test_columns_nobody_knows_go_through(tmp_path: Path) -> None:
    service: dict[str, Any] = read_json(OFFICIAL / "service_full.json")
    service["x_rating"] = {"stars": 4.5, "by": ["Peña", None]}
    service["phones"][0]["x_line"] = " 2 "
    (tmp_path / "service.json").write_text(json.dumps(service), "utf-8")
    bring_in(tmp_path / "service.json")

    package = take_out("tabular", tmp_path)
    wipe()
    bring_in(package)
    written = [said for said in objects_in(read_json(take_out("json", tmp_path))) if said["id"] == service["id"]]

    assert written[0]["x_rating"] == service["x_rating"]
    assert written[0]["phones"][0]["x_line"] == " 2 "


def test_the_commands_do_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("out", "out.zip", "out.json.gz", "out.jsonl"):
        call_command("import_hsds", str(OFFICIAL / "csv"))
        call_command("export_hsds", str(tmp_path / name))
        wipe()
        call_command("import_hsds", str(tmp_path / name))

        assert Service.objects.get().name == "Community Counselling"
    assert "created" in capsys.readouterr().out


def test_a_dry_run_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_hsds", str(OFFICIAL / "csv"), dry_run=True)

    assert not Service.objects.exists()
    assert "Nothing was changed" in capsys.readouterr().out


def test_what_cannot_be_read_at_all_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "broken.json").write_text("{", "utf-8")

    for name in ("nowhere", "photo.jpg", "broken.json"):
        with pytest.raises(CommandError):
            call_command("import_hsds", str(tmp_path / name))
