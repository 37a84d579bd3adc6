"""Answers shown before any result: for the words the office lists, and for no others."""

import pytest

from search.thesaurus import loading
from search.thesaurus.models import PromotedAnswer, PromotedAnswerWords
from search.thesaurus.promoted import answers_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def shipped() -> None:
    loading.load()


def codes(text: str, language: str = "en") -> list[str]:
    return [answer.code for answer in answers_for(text, language)]


def promote(code: str, en: str, *, es: str = "", kind: str = "promoted", order: int = 100) -> PromotedAnswer:
    made = PromotedAnswer.objects.create(code=code, kind=kind, order=order)
    PromotedAnswerWords.objects.create(answer=made, language="en", words=en, title=f"About {code}")
    if es:
        PromotedAnswerWords.objects.create(answer=made, language="es", words=es, title=f"Sobre {code}")
    return made


@pytest.mark.usefixtures("shipped")
class TestShipped:
    def test_words_of_danger_have_an_answer_in_both_languages(self):
        for asked in ("911", "he has a gun", "no puedo respirar", "I want to kill myself", "me quiero matar"):
            answers = answers_for(asked, "es")
            assert answers, asked
            assert all(answer.kind == "crisis" and answer.language == "es" for answer in answers)
            assert all(answer.title and answer.phone for answer in answers)

    def test_danger_is_understood_without_accents_and_as_it_sounds(self):
        assert codes("sobredosis") == codes("SOBREDOSIZ") != []
        assert codes("se esta muriendo") == codes("¡Se está muriendo!") != []

    def test_a_harmless_question_has_none(self):
        for asked in (
            "family law", "poison oak class", "gun safety class", "breathe easy asthma program", "chest of drawers",
            "clases para dejar de fumar", "deportes", "me gusta mi escuela", "food pantry", "ayuda con la renta", "",
        ):  # fmt: skip
            assert codes(asked) == [], asked


class TestTheOffice:
    def test_every_word_of_a_phrase_counts_and_side_by_side(self):
        promote("enrol", "how do I enrol my child")

        assert codes("How do I enrol my child?") == ["enrol"]
        assert codes("please tell me how do I enrol my child today") == ["enrol"]
        assert codes("enrol child") == []

    def test_danger_comes_first_then_the_order_of_the_office(self):
        promote("later", "school", order=20)
        promote("sooner", "school", order=10)
        promote("danger", "school on fire", kind="crisis", order=30)

        assert codes("my school on fire") == ["danger", "sooner", "later"]

    def test_the_answer_is_in_the_language_of_the_reader_or_in_the_one_there_is(self):
        promote("both", "lunch", es="lonche")
        promote("english", "lunch")

        titles = {answer.code: (answer.title, answer.language) for answer in answers_for("lunch", "es")}

        assert titles == {"both": ("Sobre both", "es"), "english": ("About english", "en")}

    def test_a_change_takes_effect_at_once(self):
        lunch = promote("lunch", "lunch")
        assert codes("lunch") == ["lunch"]

        lunch.active = False
        lunch.save()

        assert codes("lunch") == []

    def test_an_unchanged_list_costs_one_small_query(self, django_assert_num_queries):
        promote("lunch", "lunch")
        codes("lunch")

        with django_assert_num_queries(1):
            codes("lunch")
