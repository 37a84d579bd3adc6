"""Whatever valid package comes in, it goes out the same, in every form, and nothing of it is lost."""

import json
import tempfile
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from directory.hsds.kinds import FILES
from directory.hsds.schemas import whole
from directory.models import Phone
from tests.exchange.packages import bring_in, bytes_of, changes, read_json, refusals, table, take_out, wipe
from tests.exchange.packages_at_random import Rows, packages, put

pytestmark = pytest.mark.django_db
CAREFULLY = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # Making a failing package smaller takes minutes; it is readable as it is.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


@CAREFULLY
@given(packages())
def test_every_cell_goes_out_as_it_came(db: None, rows: Rows) -> None:
    with tempfile.TemporaryDirectory() as name, transaction.atomic():
        folder = Path(name)
        if any(rows.values()):
            assert not refusals(bring_in(put(rows, folder / "in")))
            package = take_out("tabular", folder)

            for kind, found in rows.items():
                written = table(package / f"{FILES[kind]}.csv")
                assert sorted(written) == sorted(row["id"] for row in found)
                for row in found:
                    said = {name: cell for name, cell in row.items() if cell}
                    assert said.items() <= written[row["id"]].items()
        transaction.set_rollback(True)


@CAREFULLY
@given(packages())
def test_every_form_is_valid_and_brings_the_directory_back(db: None, rows: Rows) -> None:
    with tempfile.TemporaryDirectory() as name, transaction.atomic():
        folder = Path(name)
        if any(rows.values()):
            bring_in(put(rows, folder / "in"))
            forms = {form: take_out(form, folder, name="first") for form in ("tabular", "json", "ndjson")}
            for said in read_json(forms["ndjson"]):
                kind = said.get("object_type", "service")
                if kind != "schedule_exception":
                    errors = {error.message for error in whole(kind).iter_errors(said)}
                    # A unit the package names and does not hold cannot be told.
                    assert errors <= {"'unit' is a required property"}

            for form, first in forms.items():
                assert changes(bring_in(first)) == [], form
                wipe()
                bring_in(first)
                # Numbers of JSON have no spelling: tables get their 3.10 back from tables only.
                for other in [form, *("json" for _ in range(form == "tabular"))]:
                    again = take_out(other, folder, name=f"{form}-{other}")
                    assert list(bytes_of(again).values()) == list(bytes_of(forms[other]).values()), (form, other)
        transaction.set_rollback(True)


@pytest.mark.parametrize("extension", ["0123", "x12", "12", "٣", "1.5"])
def test_an_extension_that_is_no_number_is_kept_as_written(extension: str, tmp_path: Path) -> None:
    phone = {"id": "44444444-4444-4444-8444-444444444444", "number": "555-0101", "extension": extension}
    (tmp_path / "phone.json").write_text(json.dumps(phone), "utf-8")
    bring_in(tmp_path / "phone.json")

    for form in ("tabular", "ndjson"):
        package = take_out(form, tmp_path)
        wipe()
        bring_in(package)

        assert Phone.objects.get().extension == extension
    assert whole("phone").is_valid(read_json(tmp_path / "out.ndjson")[0])
