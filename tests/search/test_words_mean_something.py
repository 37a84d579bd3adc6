"""What the thesaurus finds in a question, and what the engines then find with it."""

import pytest

from search.analysis import lemma
from search.document import Text
from search.question import question
from search.thesaurus import stored
from search.thesaurus.concepts import Concept
from search.thesaurus.reading import Thesaurus
from tests.search.library import document, found

PANTRY = Concept(
    code="food-pantry",
    words={"en": ("food pantry", "pantry", "food bank"), "es": ("despensa", "banco de comida")},
    said={"es": ("no tengo que comer",)},
    subjects=("102-04",),
    broader="food",
    unless=("walk-in pantry",),
)
FOOD = Concept(code="food", words={"en": ("food",), "es": ("comida", "alimentos")})
BANK = Concept(
    code="bank",
    words={"en": ("bank", "checking account"), "es": ("banco", "cuenta de banco")},
    unless=("food bank", "banco de comida"),
)
EVICTION = Concept(
    code="eviction",
    words={"en": ("eviction",), "es": ("desalojo",)},
    said={"es": ("me quieren sacar de mi casa",)},
)


@pytest.fixture
def thesaurus(monkeypatch: pytest.MonkeyPatch) -> Thesaurus:
    thesaurus = Thesaurus([PANTRY, FOOD, BANK, EVICTION])
    monkeypatch.setattr(stored, "current", lambda: thesaurus)
    return thesaurus


def concepts(text: str, thesaurus: Thesaurus) -> list[tuple[str, ...]]:
    return [clause.concepts for clause in question(text, thesaurus).clauses]


def test_the_longest_phrase_wins_in_either_language(thesaurus: Thesaurus) -> None:
    assert concepts("food pantry", thesaurus) == [("food-pantry",)]
    assert concepts("DESPENSAS gratis", thesaurus) == [("food-pantry",), ()]
    assert concepts("Me quieren sacar de mi casa!", thesaurus) == [("eviction",)]
    assert concepts("banco de comida", thesaurus) == [("food-pantry",)]
    assert concepts("banco", thesaurus) == [("bank",)]
    assert concepts("walk-in pantry", thesaurus) == [(), ()]


def test_the_wider_word_means_the_narrower_but_not_the_other_way_round(thesaurus: Thesaurus) -> None:
    (food,) = question("comida", thesaurus).clauses
    (pantry,) = question("pantry", thesaurus).clauses

    assert "despens" in food.means["es"]
    assert food.subjects == ("102-04",)
    assert not any("comid" in token.split() and len(token.split()) == 1 for token in pantry.means["es"])


def test_only_what_was_asked_for_is_marked_in_a_text(thesaurus: Thesaurus) -> None:
    (clause,) = question("banco", thesaurus).clauses

    assert "banc" in clause.marked("es")
    assert "cuent" not in clause.marked("es")


@pytest.mark.usefixtures("engine", "thesaurus")
class TestMeaning:
    def test_a_sentence_finds_what_it_means(self, library):
        library.publish(
            document("1", en="Eviction defense", es="Ayuda contra el desalojo"), document("2", en="House paint")
        )

        assert found("me quieren sacar de mi casa", "es") == ["1"]
        assert found("eviction", "es") == ["1"]

    def test_a_subject_is_found_without_its_words(self, library):
        library.publish(document("1", en="Saturday boxes", subjects=("102-04",)), document("2", en="Boxes"))

        assert found("despensa", "es") == ["1"]
        assert found("no tengo que comer", "es") == ["1"]

    def test_the_word_typed_ranks_above_the_word_meant(self, library):
        library.publish(document("1", en="Food bank"), document("2", en="Pantry"), document("3", en="Bank"))

        assert found("pantry") == ["2", "1"]
        assert found("food bank") == ["1", "2"]

    def test_a_word_inside_another_meaning_does_not_pull(self, library):
        library.publish(document("1", es="Banco de comida"), document("2", es="Cuenta de banco sin costo"))

        assert found("banco", "es") == ["2"]

    def test_a_phrase_is_found_only_side_by_side(self, library):
        library.publish(
            document("1", en=Text("Savings", body="Open a checking account")),
            document("2", en=Text("Taxes", body="Checking what you earned, on your account")),
        )

        assert found("banco", "es") == ["1"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("es", "deporte", "deportes"),
        ("es", "luz", "luces"),
        ("es", "papel", "papeles"),
        ("es", "sordo", "sordas"),
        ("en", "house", "houses"),
        ("en", "class", "classes"),
        ("en", "body", "bodies"),
        ("en", "diaper", "diapers"),
    ],
)
def test_singular_and_plural_are_one_word(language: str, one: str, other: str) -> None:
    assert lemma(one, language) == lemma(other, language)


@pytest.mark.parametrize(
    ("one", "other"), [("deporte", "deportacion"), ("casa", "caso"), ("comida", "comer"), ("seguro", "seguridad")]
)
def test_words_of_one_stem_stay_apart(one: str, other: str) -> None:
    assert lemma(one, "es") != lemma(other, "es")
