import csv
import json
from pathlib import Path
from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from core.languages import words_of
from core.translation import adopt, written_by_person
from directory.models import Location, Organization, Phone, RequiredDocument, Service, ServiceAtLocation, TaxonomyTerm
from tests.exchange.packages import FORMS, bring_in, bytes_of, changes, read_json, refusals, take_out, wipe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("spanish")]


def spanish_of(facts: Any, **words: Any) -> Any:
    row = facts.copy_for_translation(locale_of("es"))
    for name, text in words.items():
        setattr(row, name, text)
    written_by_person(facts, row)
    row.save()
    return row


def locale_of(language: str) -> Any:
    return Locale.objects.get(language_code=language)


@pytest.fixture
def pantry() -> Service:
    organization = Organization.objects.create(name="Fresh Start", description="They help.")
    location = Location.objects.create(name="Hall", transportation="Bus 4")
    service = Service.objects.create(organization=organization, name="Food pantry", description="Groceries.")
    ServiceAtLocation.objects.create(service=service, location=location, description="Back door")
    document = RequiredDocument.objects.create(service=service, document="Photo ID")
    phone = Phone.objects.create(
        service=service, organization=organization, number="555-0101", description="Ask for Ana"
    )
    TaxonomyTerm.objects.create(name="Food", description="Food.", search_words="groceries")
    spanish_of(
        service,
        name="Despensa “Niños”",
        description="Víveres.",
        child_words={f"{document.pk}.document": "Identificación", f"{phone.pk}.description": "Pregunte por Ana"},
    )
    spanish_of(organization, name="Nuevo comienzo", child_words={f"{phone.pk}.description": "Pida con Ana"})
    return service


@pytest.mark.parametrize("form", FORMS)
def test_words_of_both_languages_come_back_the_same(form: str, pantry: Service, tmp_path: Path) -> None:
    first = take_out(form, tmp_path, name="first")
    wipe()

    bring_in(first)

    assert list(bytes_of(take_out(form, tmp_path, name="second")).values()) == list(bytes_of(first).values())
    words = words_of(Service.objects.facts().get(), "es")
    assert (str(words.name), str(words.description)) == ("Despensa “Niños”", "Víveres.")
    assert str(words.child(RequiredDocument.objects.get(), "document")) == "Identificación"
    assert words.slug == "despensa-ninos"


@pytest.mark.parametrize("form", FORMS)
def test_a_shared_phone_keeps_its_words_for_each_of_its_owners(form: str, pantry: Service, tmp_path: Path) -> None:
    package = take_out(form, tmp_path)
    wipe()

    bring_in(package)

    owners = [Service.objects.facts().get(), Organization.objects.facts().get()]
    texts = [str(words_of(owner, "es").child(Phone.objects.get(), "description")) for owner in owners]
    assert texts == ["Pregunte por Ana", "Pida con Ana"]


@pytest.mark.parametrize("form", FORMS)
def test_importing_translations_again_changes_nothing(form: str, pantry: Service, tmp_path: Path) -> None:
    report = bring_in(take_out(form, tmp_path))

    assert not changes(report)


def test_states_travel_with_the_words(pantry: Service, tmp_path: Path) -> None:
    row = Service.objects.exclude(pk=pantry.pk).get()
    row.word_states["name"]["by"] = "machine"
    row.save()
    Service.objects.filter(pk=pantry.pk).update(description="Groceries and diapers.")
    package = take_out("json", tmp_path)
    wipe()

    bring_in(package)

    words = words_of(Service.objects.facts().get(), "es")
    assert words.name.lang == "en"
    assert words.outdated and str(words.description) == "Víveres."


def test_machine_drafts_alone_make_nothing_public(pantry: Service, tmp_path: Path) -> None:
    said = {"language": "es", "field": "name", "value": "Sala", "status": "machine"}
    location = {"id": str(Location.objects.get().pk), "location_type": "physical", "translations": [said]}
    (tmp_path / "location.json").write_text(json.dumps(location), "utf-8")

    bring_in(tmp_path / "location.json")

    row = Location.objects.get(locale__language_code="es")
    assert (row.name, row.live, row.words_state) == ("Sala", False, "missing")
    assert words_of(Location.objects.facts().get(), "es").name.lang == "en"


def test_new_english_from_outside_flags_the_spanish(pantry: Service, tmp_path: Path) -> None:
    Service.objects.exclude(pk=pantry.pk).update(words_state="reviewed")
    table = f"id,organization_id,name,status,description\n{pantry.pk},,Food pantry,active,Groceries and soap.\n"
    (tmp_path / "services.csv").write_text(table, "utf-8")

    bring_in(tmp_path)

    assert words_of(Service.objects.facts().get(), "es").outdated
    assert Service.objects.exclude(pk=pantry.pk).get().words_state == "missing"


def test_the_translators_editor_shows_what_came_in(pantry: Service, tmp_path: Path) -> None:
    adopt(Service.objects.exclude(pk=pantry.pk).get())
    package = take_out("json", tmp_path)
    package.write_text(package.read_text("utf-8").replace("Víveres.", "Víveres y jabón."), "utf-8")

    bring_in(package)

    assert StringTranslation.objects.filter(context__path="description").get().data == "Víveres y jabón."


def test_a_translation_that_fits_nothing_is_refused(pantry: Service, tmp_path: Path) -> None:
    rows = [
        ("organization", str(pantry.pk), "es", "name", "Otra", "reviewed"),
        ("service", str(pantry.pk), "fr", "name", "Autre", ""),
        ("service", str(pantry.pk), "es", "status", "activo", ""),
        ("price", str(pantry.pk), "es", "name", "Otra", ""),
        ("service", str(pantry.pk), "es", "name", "Otra", "perfect"),
    ]
    with (tmp_path / "translations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["resource_type", "resource_id", "language", "field", "value", "status"])
        writer.writerows(rows)

    told = refusals(bring_in(tmp_path))

    assert sorted(sentence.partition(": ")[2] for sentence in told) == [
        "field: is no text that has translations.",
        "language: is no language of this directory.",
        "resource_id: names a row that is not here.",
        "resource_id: names no row of the standard.",
        "status: must be reviewed, machine or outdated.",
    ]
    assert str(words_of(pantry, "es").name) == "Despensa “Niños”"


def test_the_export_says_whose_words_they_are(pantry: Service, tmp_path: Path) -> None:
    said = next(found for found in read_json(take_out("ndjson", tmp_path)) if "object_type" not in found)

    assert {"language": "es", "field": "name", "value": "Despensa “Niños”", "status": "reviewed"} in said[
        "translations"
    ]
    assert said["phones"][0]["translations"][0]["value"] == "Pregunte por Ana"


def test_an_address_that_is_taken_is_not_given_twice(pantry: Service, tmp_path: Path) -> None:
    other = Service.objects.create(organization=pantry.organization, name="Other pantry")
    spanish_of(other, name="Otra despensa")
    row = f"service,{other.pk},es,slug,despensa-ninos,\nservice,{other.pk},es,name,{'n' * 256},\n"
    head = "resource_type,resource_id,language,field,value,status\n"
    (tmp_path / "translations.csv").write_text(head + row, "utf-8")

    report = bring_in(tmp_path)

    assert words_of(other, "es").slug == "otra-despensa"
    assert [str(problem).partition(": ")[2] for problem in report.problems] == [
        "value: is longer than 255 characters.",
        "slug: is taken here; the address stays as it was.",
    ]
