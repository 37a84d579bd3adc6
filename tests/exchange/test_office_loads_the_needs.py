from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from core.languages import words_of
from directory.models import Taxonomy, TaxonomyTerm
from directory.taxonomy import OPEN_ELIGIBILITY, load, term_id

pytestmark = pytest.mark.django_db

HEAD = "code,parent_code,name_en,description_en,words_en,name_es,description_es,words_es,icon\n"
FOOD = "102,,Food,Groceries and meals.,groceries; meals,Comida,Despensas y comidas.,despensa; víveres,food\n"
PANTRY = "102-04,102,Food pantry,Free groceries.,food bank,Despensa de alimentos,Víveres gratis.,banco de comida,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "needs.csv"
    path.write_text("\ufeff" + HEAD + PANTRY + FOOD, encoding="utf-8")
    return path


def pantry() -> TaxonomyTerm:
    return TaxonomyTerm.objects.get(pk=term_id("102-04"))


def test_every_need_comes_in_both_languages_and_in_its_place(table: Path) -> None:
    loaded = load(table)

    assert len(loaded.created) == 4
    assert Taxonomy.objects.get().name == "Open Eligibility"
    assert pantry().parent_id == term_id("102")
    assert str(words_of(pantry(), "es").name) == "Despensa de alimentos"
    assert str(words_of(pantry(), "es").search_words) == "banco de comida"
    assert words_of(pantry(), "es").complete
    assert words_of(pantry(), "es").slug == "despensa-de-alimentos"
    assert pantry().live


def test_loading_twice_adds_nothing(table: Path) -> None:
    load(table)

    loaded = load(table)

    assert (len(loaded.created), len(loaded.overwritten), loaded.kept) == (0, 0, 4)
    assert TaxonomyTerm.objects.count() == 4


def test_the_words_of_the_office_stay(table: Path) -> None:
    load(table)
    TaxonomyTerm.objects.filter(name="Despensa de alimentos").update(name="Despensa")
    table.write_text(HEAD + FOOD + PANTRY + "103,,Housing,A home.,,Vivienda,Un hogar.,,home\n", encoding="utf-8")

    loaded = load(table)

    assert str(words_of(pantry(), "es").name) == "Despensa"
    assert [term.name for term in loaded.created] == ["Housing", "Vivienda"]


def test_a_reset_puts_the_words_of_the_table_back(table: Path) -> None:
    load(table)
    TaxonomyTerm.objects.update(name="Something else", icon="other")

    load(table, reset=True)

    assert pantry().name == "Food pantry"
    assert pantry().icon == ""
    assert str(words_of(pantry(), "es").name) == "Despensa de alimentos"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.csv"):
        call_command("load_taxonomy", str(tmp_path / "nowhere.csv"))


@pytest.mark.skipif(not OPEN_ELIGIBILITY.exists(), reason="the table is still being written")
def test_the_table_that_ships_is_whole() -> None:
    call_command("load_taxonomy")

    originals = TaxonomyTerm.objects.facts()
    assert originals.count() == 290
    assert TaxonomyTerm.objects.exclude(pk__in=originals).count() == 290
    assert all(words.complete for words in [words_of(term, "es") for term in originals[:20]])
