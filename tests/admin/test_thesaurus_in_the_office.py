"""Elena writes words families use, and tries questions."""

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from core.models import User
from directory import taxonomy
from directory.documents import services
from directory.models import Attribute, TaxonomyTerm
from search import indexer
from search.question import question
from search.thesaurus import stored
from search.thesaurus.models import Concept, ConceptWords, PromotedAnswer, PromotedAnswerWords
from tests.admin.forms import add_row, filled_form
from tests.listings import make_service

pytestmark = pytest.mark.django_db
LIST, ADD, EDIT = (f"wagtailsnippets_search_concept:{view}" for view in ("list", "add", "edit"))
ANSWERS = "wagtailsnippets_search_promotedanswer:list"


@pytest.fixture
def desk(at_desk: Callable[[str], Client]) -> Client:
    return at_desk("elena")


@pytest.fixture
def spanish_desk(desk: Client, person: Callable[[str], User]) -> Client:
    UserProfile.objects.create(user=person("elena"), preferred_language="es")
    return desk


@pytest.fixture
def pantry() -> Concept:
    """With a listing that carries its need and none of its words."""
    taxonomy.load()
    pantry = concept("food-pantry", en="food pantry", es="despensa", subjects="102-04")
    boxes = make_service("Saturday boxes", description="Bring a bag for groceries from our food pantries.")
    Attribute.objects.create(service=boxes, taxonomy_term=TaxonomyTerm.objects.facts().get(code="102-04"))
    indexer.index(services.KIND, [str(boxes.pk)])
    return pantry


def concept(code: str, *, en: str = "", es: str = "", **given) -> Concept:
    made = Concept.objects.create(code=code, **given)
    for language, words in (("en", en), ("es", es)):
        if words:
            ConceptWords.objects.create(concept=made, language=language, words=words)
    return made


def listed(desk: Client, query: str) -> list[str]:
    response = desk.get(f"{reverse(LIST)}?{query}")
    assert response.status_code == 200
    return sorted(row.code for row in response.context["object_list"])


def tried(desk: Client, q: str, language: str) -> str:
    response = desk.get(reverse("search_try"), {"q": q, "language": language})
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


class TestConcepts:
    def test_a_new_concept_means_something_at_once(self, desk):
        data = filled_form(desk, reverse(ADD))
        data["code"] = "truck"
        add_row(data, "words", language="es", words="troca\ntroquita", said="")

        response = desk.post(reverse(ADD), data)

        assert response.status_code == 302, response.context["form"].errors
        assert [each.concepts for each in question("troquita", stored.current()).clauses] == [("truck",)]

    def test_the_form_may_come_with_words_somebody_typed(self, desk):
        page = desk.get(reverse(ADD), {"language": "es", "said": "se me acabó el gas"}).content.decode()

        assert "se me acabó el gas" in page

        data = filled_form(desk, f"{reverse(ADD)}?language=es&said=se+me+acab%C3%B3+el+gas")
        assert desk.post(reverse(ADD), {**data, "code": "gas"}).status_code == 302
        assert ConceptWords.objects.get().said == "se me acabó el gas"

    def test_an_unknown_need_and_words_that_say_nothing_are_refused(self, desk):
        taxonomy.load()
        data = filled_form(desk, reverse(ADD))
        data |= {"code": "truck", "subjects": "102-04, 999-99"}
        add_row(data, "words", language="es", words="de la", said="")

        page = desk.post(reverse(ADD), data).content.decode()

        assert "There is no need with the code 999-99." in page
        assert "de la" in page and not Concept.objects.exists()

    def test_a_concept_cannot_belong_to_itself(self, desk):
        wide = concept("food", en="food")
        narrow = concept("pantry", en="pantry", broader=wide)
        data = filled_form(desk, reverse(EDIT, args=[wide.pk]))

        page = desk.post(reverse(EDIT, args=[wide.pk]), {**data, "broader": narrow.pk}).content.decode()

        assert "This would make the concept belong to itself." in page

    def test_the_list_is_narrowed_and_searched(self, desk):
        concept("food", en="food", es="comida", subjects="102")
        concept("truck", es="troca")

        assert listed(desk, "q=tro") == ["truck"]
        assert listed(desk, "q=f") == ["food"]
        assert listed(desk, "language=en") == ["food"]
        assert listed(desk, "missing=en") == ["truck"]
        assert listed(desk, "need=yes") == ["food"]
        assert listed(desk, "need=no") == ["truck"]
        assert listed(desk, "origin=own") == ["food", "truck"]
        assert listed(desk, "origin=shipped") == []

    def test_the_list_goes_to_a_spreadsheet(self, desk):
        concept("food", en="food\nmeals", es="comida", broader=concept("help", en="help"))

        response = desk.get(reverse(LIST), {"export": "csv"})
        rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))

        assert rows[0]["Code"] == "food"
        assert "food\nmeals" in rows[0].values() and "comida" in rows[0].values()

    def test_the_list_costs_the_same_for_one_and_for_many(self, desk, django_assert_max_num_queries):
        for number in range(20):
            concept(f"c{number}", en=f"word{number}", es=f"palabra{number}")

        with django_assert_max_num_queries(30):  # Some of them ask which rooms stand in the menu.
            desk.get(reverse(LIST))

    def test_the_office_reads_it_in_spanish(self, spanish_desk):
        concept("food", es="comida")

        assert spanish_desk.get(reverse(LIST)).status_code == 200
        assert spanish_desk.get(reverse(ADD)).status_code == 200
        assert spanish_desk.get(reverse(ANSWERS)).status_code == 200


class TestTryingAQuestion:
    def test_it_says_what_a_question_becomes_and_why_each_hit_is_found(self, desk, pantry):
        page = tried(desk, "la despensa", "es")

        assert "<s>la</s>" in page and "<strong>despensa</strong>" in page
        assert reverse(EDIT, args=[pantry.pk]) in page
        assert "102-04 Food Pantry" in page
        assert "Saturday boxes" in page
        assert "“despensa” means the same as “food pantries” in the text (English)" in page
        assert "“despensa” is the need 102-04 Food Pantry" in page

    def test_it_says_which_typed_words_a_hit_has(self, desk, pantry):
        page = tried(desk, "groceries", "en")

        assert "“groceries”: has “groceries” in the text (English)" in page

    def test_it_says_what_was_corrected(self, desk, pantry):
        page = tried(desk, "despenza", "es")

        assert "Corrected to: <strong>despensa</strong>" in page
        assert "Saturday boxes" in page

    def test_it_shows_promoted_answers(self, desk):
        answer = PromotedAnswer.objects.create(code="lunch")
        PromotedAnswerWords.objects.create(answer=answer, language="en", words="lunch", title="School lunch is free")

        assert "School lunch is free" in tried(desk, "lunch", "en")

    def test_it_speaks_spanish(self, spanish_desk, pantry):
        assert "Saturday boxes" in tried(spanish_desk, "despensa", "es")

    def test_any_text_is_answered(self, desk, pantry):
        for text in ('"', "de la", "x" * 399, "( OR )", "ñ́", "hoy gratis 93905"):
            tried(desk, text, "es")

    def test_before_anything_is_typed_there_is_the_box_alone(self, desk):
        page = desk.get(reverse("search_try")).content.decode()

        assert 'name="q"' in page and "try-hits" not in page

    def test_who_has_no_right_to_the_words_stays_out(self, at_desk):
        assert at_desk("lucia").get(reverse("search_try")).status_code in (302, 403)
        assert Client().get(reverse("search_try")).status_code == 302
