"""The words families use, as the office has them: loading what is shipped, keeping what was edited."""

from collections import defaultdict
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from directory import taxonomy
from search import subjects
from search.document import Text
from search.question import question
from search.thesaurus import loading, shipped, stored
from search.thesaurus.models import Concept, ConceptWords, Origin, PromotedAnswer
from search.thesaurus.reading import split
from tests.search.library import document, found

pytestmark = pytest.mark.django_db


APPLE = '[[concept]]\ncode = "apple"\nen = ["apple"]\n'


def concept(code: str, *, en: str = "", es: str = "", **given) -> Concept:
    made = Concept.objects.create(code=code, **given)
    for language, words in (("en", en), ("es", es)):
        ConceptWords.objects.create(concept=made, language=language, words=words)
    return made


def meant(text: str) -> list[tuple[str, ...]]:
    return [clause.concepts for clause in question(text, stored.current()).clauses]


class TestShipped:
    def test_there_are_at_least_400_concepts_in_both_languages(self):
        concepts = shipped.concepts()

        assert len(concepts) >= 400
        assert [each.code for each in concepts if not (each.words.get("en") and each.words.get("es"))] == []

    def test_no_phrase_leads_to_two_concepts(self):
        owners: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
        for each in shipped.concepts():
            for language in ("en", "es"):
                for phrase in each.typed(language):
                    owners[language, tuple(split(phrase))].add(each.code)

        assert {phrase: codes for phrase, codes in owners.items() if len(codes) > 1} == {}

    def test_every_phrase_says_something(self):
        phrases = [
            phrase for each in shipped.concepts() for language in ("en", "es") for phrase in each.typed(language)
        ]

        assert [phrase for phrase in phrases if not split(phrase)] == []

    def test_every_need_exists(self):
        taxonomy.load()
        wanted = {code for each in shipped.concepts() for code in each.subjects}

        assert wanted - subjects.names(wanted).keys() == set()

    def test_every_answer_has_words_a_title_and_a_text_in_both_languages(self):
        for answer in shipped.answers():
            for language in ("en", "es"):
                assert answer.words[language] and answer.titles[language] and answer.texts[language], answer.code


class TestLoading:
    def test_loading_twice_changes_nothing(self):
        loading.load()
        before = set(ConceptWords.objects.values_list("pk", flat=True))

        concepts, answers = loading.load()

        assert concepts == answers == loading.Loaded()
        assert set(ConceptWords.objects.values_list("pk", flat=True)) == before
        assert {row.origin for row in Concept.objects.all()} == {Origin.SHIPPED}
        assert {row.origin for row in PromotedAnswer.objects.all()} == {Origin.SHIPPED}

    def test_what_the_office_edited_is_kept_and_reported(self, tmp_path, capsys):
        folder = folder_with(tmp_path, APPLE)
        loading.load(folder)
        apple = Concept.objects.get(code="apple")
        apple.words.filter(language="en").update(words="pippin")
        own = concept("pear", es="pera")

        call_command("load_thesaurus", folder)

        assert apple.words.get(language="en").words == "pippin"
        assert apple.origin == Origin.EDITED
        assert own.origin == Origin.OWN
        assert "apple" in capsys.readouterr().out

    def test_the_shipped_ones_can_be_taken_back(self, tmp_path):
        folder = folder_with(tmp_path, APPLE)
        loading.load(folder)
        Concept.objects.update(active=False)

        call_command("load_thesaurus", folder, "--replace")

        apple = Concept.objects.get()
        assert apple.active and apple.origin == Origin.SHIPPED

    def test_a_new_version_reaches_what_nobody_edited_and_takes_away_what_is_gone(self, tmp_path):
        loading.load(folder_with(tmp_path, APPLE + '[[concept]]\ncode = "bean"\nen = ["bean"]'))

        concepts, _answers = loading.load(folder_with(tmp_path, APPLE.replace('"]', '", "apples"]')))

        assert (concepts.updated, concepts.removed, concepts.kept) == (["apple"], ["bean"], [])
        assert ConceptWords.objects.get().words == "apple\napples"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('[[concept]]\ncode = "a"\nen_sad = ["x"]', "words.toml: a: en_sad: "),
            ('[[concept]]\ncode = "a"\nen = "x"', "words.toml: a: en: "),
            ('[[concept]]\ncode = "a"\nen = [" x"]', "words.toml: a: en: "),
            ('[[concept]]\ncode = "a"\nen = ["x", "x"]', "words.toml: a: en: "),
            ('[[concept]]\ncode = "a"\nbroader = "z"', "words.toml: a: broader: "),
            ('[[concept]]\ncode = "a"\n[[concept]]\ncode = "a"', "words.toml: a: code: "),
            ('[[concept]]\nen = ["x"]', "words.toml: "),
            ("[[concept]", "words.toml: "),
            ('[[concpet]]\ncode = "a"', "words.toml: "),
        ],
    )
    def test_a_mistake_names_file_concept_and_field(self, tmp_path, text, said):
        folder = folder_with(tmp_path, text)

        with pytest.raises(CommandError, match=said):
            call_command("load_thesaurus", folder)
        assert not Concept.objects.exists()


class TestTheOfficeChangesIt:
    def test_a_change_takes_effect_at_once(self):
        assert meant("troca") == [()]

        truck = concept("truck", en="truck", es="troca")
        assert meant("troca") == [("truck",)]

        words = truck.words.get(language="es")
        words.words = "mueble"
        words.save()
        assert meant("troca mueble") == [(), ("truck",)]

        truck.delete()
        assert meant("mueble") == [()]

    def test_an_inactive_concept_means_nothing(self):
        concept("truck", es="troca", active=False)

        assert meant("troca") == [()]

    def test_belonging_in_a_circle_does_no_harm(self):
        one, two = concept("one", en="uno"), concept("two", en="dos", es="segundo")
        Concept.objects.filter(pk=one.pk).update(broader=two)
        two.broader = one
        two.save()

        (clause,) = question("segundo", stored.current()).clauses

        assert clause.concepts == ("two",)

    def test_an_unchanged_thesaurus_costs_one_small_query(self, django_assert_num_queries):
        concept("truck", es="troca")
        stored.current()

        with django_assert_num_queries(1):
            stored.current()

    def test_a_third_language_works(self, settings):
        settings.LANGUAGES = [*settings.LANGUAGES, ("vi", "Tiếng Việt")]
        made = concept("food", en="food")
        ConceptWords.objects.create(concept=made, language="vi", words="thức ăn")

        assert meant("thuc an") == [("food",)]


MEANT = {
    "despensa": "food-pantry",
    "banco de comida": "food-pantry",
    "banco": "bank-account",
    "me quieren sacar de mi casa": "eviction",
    "no puedo pagar la renta": "rent",
    "bil de la luz": "electric-bill",
    "deportes": "sports",
}


@pytest.fixture
def shipped_words() -> None:
    loading.load()


@pytest.mark.usefixtures("shipped_words")
class TestTheShippedWords:
    def test_questions_mean_what_families_mean(self):
        assert {asked: (code,) in meant(asked) for asked, code in MEANT.items()} == dict.fromkeys(MEANT, True)
        assert ("food-pantry",) not in meant("kitchen pantry")

    @pytest.mark.usefixtures("engine")
    def test_a_bank_of_food_is_no_bank(self, library):
        library.publish(
            document("1", en="Food bank", es="Banco de comida"),
            document("2", en="Bank accounts", es="Cuentas de banco sin costo"),
        )

        assert found("banco", "es") == ["2"]
        assert found("banco de comida", "es") == ["1"]

    @pytest.mark.usefixtures("engine")
    def test_the_pantry_in_a_kitchen_building_does_not_pull(self, library):
        library.publish(
            document("1", en=Text("Groceries on Saturday", body="Our food pantry is open to all.")),
            document("2", en=Text("Cooking class", body="We meet beside the kitchen pantry.")),
        )

        assert found("food pantry") == ["1"]
        assert found("despensa", "es") == ["1"]


def folder_with(folder: Path, text: str) -> Path:
    (folder / "thesaurus").mkdir(exist_ok=True)
    (folder / "thesaurus" / "words.toml").write_text(text)
    return folder
