import datetime as dt
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from directory.hsds.files import files_of
from directory.hsds.importer import Import
from directory.hsds.problems import Report
from directory.models import (
    Address,
    Attribute,
    Language,
    Location,
    Organization,
    Phone,
    Schedule,
    ScheduleException,
    Service,
    Taxonomy,
    TaxonomyTerm,
)
from directory.ohana.rows import OhanaSource
from directory.ohana.spellings import byday, date_of, days_of, time_of
from directory.ohana.tables import Tables
from tests.exchange.packages import DATA, bring_in, changes, counted, refusals, sentences, take_out

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 3, 1)


def move_in(folder: Path, *, namespace: str = "ohana") -> Report:
    report = Report()
    return Import(OhanaSource(Tables(files_of(folder), report, namespace), report, TODAY), report).run()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "ohana", tmp_path / "ohana"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_whole_directory_comes_in(folder: Path) -> None:
    report = move_in(folder)

    assert not refusals(report)
    counts = (Organization.objects.count(), Location.objects.count(), Service.objects.count(), Phone.objects.count())
    assert counts == (8, 22, 23, 54)
    assert Address.objects.filter(address_type="postal").count() == 21


def test_a_service_is_given_at_its_location_by_the_owner_of_the_location(folder: Path) -> None:
    move_in(folder)

    service = Service.objects.get(name="Fair Oaks Adult Activity Center")
    assert service.organization.name == "Peninsula Family Service"
    location = service.service_at_locations.get().location
    assert location.addresses.filter(address_type="physical").get().address_1 == "2600 Middlefield Road"
    assert service.eligibility_description.startswith("Age 55 or over")
    assert service.fees_description.startswith("$2.50 suggested donation")
    assert [area.name for area in service.service_areas.all()] == ["Colma"]


def test_lists_in_cells_become_rows(folder: Path) -> None:
    move_in(folder)

    spoken = Language.objects.filter(location__name="Second Career Employment Program").order_by("sort_order")
    assert [(language.name, language.code) for language in spoken][:2] == [
        ("Chinese (Mandarin)", "cmn"),
        ("Tagalog", "tl"),
    ]
    ramps = Location.objects.filter(accessibility__description="Ramp")
    assert ramps.exists()


def test_hours_are_weekly_rules_and_holidays_are_exceptions(folder: Path) -> None:
    move_in(folder)

    afternoon = Schedule.objects.get(service__isnull=False, opens_at="14:00")
    assert (afternoon.freq, afternoon.byday, afternoon.closes_at) == ("WEEKLY", "MO", dt.time(16))
    closed = ScheduleException.objects.filter(service__isnull=False).order_by("starts_on")
    assert [found.starts_on for found in closed] == [dt.date(2027, 1, 1), dt.date(2028, 1, 1)]
    shorter = ScheduleException.objects.get(closed=False)
    assert (shorter.starts_on, shorter.ends_on, shorter.opens_at) == (dt.date(2015, 12, 24),) * 2 + (dt.time(10),)


def test_what_the_standard_has_no_word_for_is_kept(folder: Path, tmp_path: Path) -> None:
    move_in(folder)

    service = Service.objects.get(name="Fair Oaks Adult Activity Center")
    assert service.extra["columns"]["audience"].startswith("Older adults")
    assert "Senior Centers" in service.extra["columns"]["keywords"]
    assert Organization.objects.get(extra__columns__ohana_id="8").year_incorporated == 1970
    assert not changes(bring_in(take_out("tabular", tmp_path)))


def test_needs_are_found_by_code(folder: Path) -> None:
    taxonomy = Taxonomy.objects.create(name="Open Eligibility")
    for code in ("108", "108-05"):
        TaxonomyTerm.objects.create(taxonomy=taxonomy, code=code, name=f"Need {code}")

    report = move_in(folder)

    found = Attribute.objects.filter(service__isnull=False).values_list("taxonomy_term__code", flat=True)
    assert set(found) == {"108", "108-05"}
    told = [sentence for sentence in sentences(report) if "taxonomy_ids" in sentence]
    assert told[0].endswith("taxonomy_ids: 105 is no need known here; the code is kept.")


def test_a_taxonomy_of_its_own_comes_along(folder: Path) -> None:
    taxonomy = Taxonomy.objects.create(name="Open Eligibility")
    TaxonomyTerm.objects.create(taxonomy=taxonomy, code="105", name="Health")
    (folder / "taxonomy.csv").write_text(
        "taxonomy_id,name,parent_id,parent_name\n105,Health,,\n108,Care,,\n108-05,Adoption,108,Care\n", "utf-8"
    )

    move_in(folder)

    assert TaxonomyTerm.objects.filter(code="105").count() == 1
    assert TaxonomyTerm.objects.get(code="108-05").parent.name == "Care"
    assert set(Attribute.objects.values_list("taxonomy_term__code", flat=True)) == {"105", "108", "108-05"}


def test_moving_in_twice_changes_nothing(folder: Path) -> None:
    move_in(folder)

    assert changes(move_in(folder)) == []


def test_two_directories_stay_apart(folder: Path) -> None:
    move_in(folder)

    assert counted(move_in(folder, namespace="other county"))["unchanged"] == 0
    assert Organization.objects.count() == 16


def test_what_is_wrong_is_told_with_its_line(folder: Path) -> None:
    replace(folder / "services.csv", "\n1,1,", "\n1,99,")
    replace(folder / "regular_schedules.csv", "3pm", "late")
    replace(folder / "regular_schedules.csv", "22,,Sunday", "22,,Someday")
    replace(folder / "holiday_schedules.csv", '"12/24/2015"', "Christmas")

    told = refusals(move_in(folder))

    assert [sentence for sentence in told if "services.csv:2:" in sentence] == [
        "services.csv:2: location_id: names 99, which is not in locations.csv or was refused."
    ]
    assert any("regular_schedules.csv:11: closes_at “late”: is not a time of day" in sentence for sentence in told)
    assert "regular_schedules.csv:8: weekday “Someday”: is no day of the week." in told
    assert any("holiday_schedules.csv:3: starts_on “Christmas”: is not a date" in sentence for sentence in told)


def test_the_command_tells_and_can_try(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_ohana", str(folder), dry_run=True)
    assert not Organization.objects.exists()

    call_command("import_ohana", str(folder))
    assert Organization.objects.count() == 8
    assert "created" in capsys.readouterr().out

    with pytest.raises(CommandError):
        call_command("import_ohana", str(folder.parent / "nowhere"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [("9am", "09:00:00"), ("4:00 PM", "16:00:00"), ("12 a.m.", "00:00:00"), ("08:00", "08:00"), ("noon", "noon")],
)
def test_times_are_understood(written: str, meant: str) -> None:
    assert time_of(written) == meant


@pytest.mark.parametrize(("written", "meant"), [("Monday", "MO"), ("thurs", "TH"), ("7", "SU"), ("T", "T"), ("", "")])
def test_weekdays_are_understood(written: str, meant: str) -> None:
    assert byday(written) == meant


@pytest.mark.parametrize("written", ["January 31, 2026", "Jan 31, 2026", "1/31/2026", "01/31/26", "2026-01-31"])
def test_dates_are_understood(written: str) -> None:
    assert date_of(written) == dt.date(2026, 1, 31)


def test_a_yearly_holiday_over_new_year_is_not_cut() -> None:
    found = list(days_of(dt.date(1, 12, 24), dt.date(1, 1, 2), dt.date(2026, 1, 1)))

    assert found == [
        (dt.date(2025, 12, 24), dt.date(2026, 1, 2)),
        (dt.date(2026, 12, 24), dt.date(2027, 1, 2)),
    ]
