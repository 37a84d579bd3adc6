"""What every engine promises about words and pages. The contract classes run on each of them."""

import pytest

from search.document import Text
from search.notices import Notice
from search.request import Point
from search.service import suggest
from tests.search.library import ask, document, found

SALINAS = Point(36.6777, -121.6555, "93901")
MONTEREY = (36.6002, -121.8947)  # About 14 miles from Salinas.
OAKLAND = (37.8044, -122.2712)  # About 85 miles.


@pytest.mark.usefixtures("engine")
class TestWords:
    # -- Words.

    @pytest.mark.parametrize(
        "text", ["pantry", "PANTRIES", "food pantry", "the food", "pantries, please!", "alimentos"]
    )
    def test_a_question_finds_the_thing_in_either_language(self, library, text):
        library.publish(document("1", en="Food pantry", es="Despensa de alimentos"), document("2", en="Dentist"))

        assert found(text) == ["1"]
        assert found(text, "es") == ["1"]

    @pytest.mark.parametrize("text", ["educacion", "educación", "Educaciones", "EDUCACIÓN", "educacio\u0301n"])
    def test_accents_and_plurals_make_no_difference(self, library, text):
        library.publish(document("1", en="Classes", es="Educación para adultos"))

        assert found(text, "es") == ["1"]

    @pytest.mark.parametrize(
        ("written", "typed"),
        [
            ("Préstamos", "prestamo"),
            ("Préstamo", "prestamos"),
            ("Jóvenes", "joven"),
            ("Niños", "ninas"),
            ("Bebés", "bebe"),
            ("Pañales", "panal"),
            ("Luces", "luz"),
            ("Peña", "pena"),
            ("Women’s shelter", "womens"),
        ],
    )
    def test_plurals_are_found_by_their_singular_and_back(self, library, written, typed):
        library.publish(document("1", en=written, es=written))

        assert found(typed, "es") == ["1"]

    def test_the_words_of_one_question_may_be_in_two_languages(self, library):
        library.publish(document("1", en="Dentist on Saturday", es="Muelas el sábado"), document("2", en="Dentist"))

        assert found("dentist sabado", "es") == ["1"]

    def test_the_language_of_the_reader_comes_first_and_the_other_is_marked(self, library):
        library.publish(document("1", en="Taller"), document("2", es="Taller"))

        english, spanish = ask("taller").hits, ask("taller", "es").hits

        assert [(hit.object_id, hit.language) for hit in english] == [("1", "en"), ("2", "es")]
        assert [(hit.object_id, hit.language) for hit in spanish] == [("2", "es"), ("1", "en")]

    def test_the_title_outweighs_keywords_summary_and_body(self, library):
        library.publish(
            document("4", en=Text("Office", body="Ask about rent and other things")),
            document("3", en=Text("Office", summary="Help with rent and more things")),
            document("2", en=Text("Office", keywords="rent")),
            document("1", en="Rent"),
        )

        assert found("rent") == ["1", "2", "3", "4"]

    @pytest.mark.parametrize("text", ["8315550110", "(831) 555-0110", "831.555.0110", "555-0110", "93905", "412 Alder"])
    def test_phones_zips_and_house_numbers_are_found(self, library, text):
        library.publish(document("1", en=Text("Pantry", body="Call 831-555-0110. 412 Alder Street, Salinas 93905")))

        assert found(text) == ["1"]

    @pytest.mark.parametrize(
        "text",
        [
            '"', "'", "''';--", '"food', "food AND", "OR", "NOT food*", "NEAR(a b)", "title_en:food", "(((", "-", "*",
            "^", "a & b | !c", "<->", ":*", "\\", "%s %", "{}", "\x00", "fo\x00od", "\ud800", "\u202e", "💛", "日本語",
            "food " * 2_000, "x" * 10_000, " ".join(map(str, range(3_000))), "ﬁ", "ı", "'a':1 & b",
        ],
    )  # fmt: skip
    def test_nothing_a_reader_types_makes_it_fail(self, library, text):
        library.publish(document("1", en="Food"))

        for language in ("en", "es"):
            assert ask(text, language).engine
            assert isinstance(suggest(text, language), tuple)

    @pytest.mark.parametrize("text", ["", "  ", "?!", "the", "de la"])
    def test_a_question_without_words_asks_for_everything_in_alphabetical_order(self, library, text):
        library.publish(document("1", en="Zoo"), document("2", en="Árbol"), document("3", es="Abeja"))

        assert found(text) == ["2", "1", "3"]

    # -- Slips of the finger.

    def test_a_misspelled_word_is_corrected_only_when_nothing_has_it(self, library):
        library.publish(document("1", en="Homeless shelter", es="Albergue"), document("2", en="Clinic", es="Clínica"))

        english, spanish, exact = ask("homles"), ask("clinca", "es"), ask("clinic")

        assert [hit.object_id for hit in english.hits] == ["1"]
        assert (english.did_you_mean, english.notices) == ("homeless", (Notice.CORRECTED,))
        assert ([hit.object_id for hit in spanish.hits], spanish.did_you_mean) == (["2"], "clínica")
        assert (exact.did_you_mean, exact.notices) == ("", ())

    def test_an_exact_word_beats_a_corrected_one(self, library):
        library.publish(document("1", en="Coat"), document("2", en="Goat"))

        assert found("goat") == ["2"]

    def test_the_last_word_need_not_be_typed_to_the_end(self, library):
        library.publish(document("1", en="Nutrition classes"), document("2", en="Nurse"))

        unfinished = ask("classes nutriti")

        assert [hit.object_id for hit in unfinished.hits] == ["1"]
        assert unfinished.did_you_mean == ""

    def test_when_nothing_has_all_words_some_will_do_and_the_answer_says_so(self, library):
        library.publish(document("1", en="Food pantry"), document("2", en="Dentist"))

        answer = ask("food helicopter")

        assert [hit.object_id for hit in answer.hits] == ["1"]
        assert answer.notices == (Notice.SOME_WORDS,)

    def test_nothing_found_is_said_plainly(self, library):
        library.publish(document("1", en="Food pantry"))

        answer = ask("submarine")

        assert (answer.total, answer.hits, answer.notices) == (0, (), (Notice.NOTHING,))

    # -- Pages.

    @pytest.mark.parametrize("sort", ["best", "nearest", "open", "newest"])
    @pytest.mark.parametrize("text", ["", "clinic"])
    def test_the_pages_together_hold_everything_once(self, library, sort, text):
        library.publish(*(document(f"{n:02}", en="Clinic") for n in range(23)))

        pages = [ask(text, sort=sort, near=SALINAS, page=page, per_page=5) for page in range(1, 6)]

        assert {page.total for page in pages} == {23}
        assert {page.pages for page in pages} == {5}
        assert sorted(hit.object_id for page in pages for hit in page.hits) == [f"{n:02}" for n in range(23)]

    @pytest.mark.parametrize("page", [6, 10**12])
    def test_a_page_after_the_last_is_the_last(self, library, page):
        library.publish(*(document(f"{n}", en="Clinic") for n in range(7)))

        answer = ask("clinic", page=page, per_page=3)

        assert (answer.page, answer.pages, len(answer.hits)) == (3, 3, 1)

    # -- What is shown.

    def test_the_highlight_marks_the_words_and_escapes_the_rest(self, library):
        library.publish(document("1", en=Text("A", summary="<b>Food</b> & pantries", body="x")))

        assert ask("pantry food").hits[0].highlight == (
            "&lt;b&gt;<mark>Food</mark>&lt;/b&gt; &amp; <mark>pantries</mark>"
        )

    def test_suggestions_are_titles_in_the_language_of_the_reader(self, library):
        library.publish(
            document("1", en=Text("Food pantry", body="nutrition"), es="Despensa de comida"),
            document("2", en="Nutrition"),
        )

        assert [each.text for each in suggest("nutr", "en")] == ["Nutrition"]
        assert [(each.text, each.language) for each in suggest("despensa com", "es")] == [("Despensa de comida", "es")]
        assert suggest("", "en") == ()
