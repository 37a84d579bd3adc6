"""Facts once, words per language: one test for each sentence of that promise."""

from typing import Any

import pytest
from django.test import override_settings
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import apply_machine_translation

from core.languages import state_of, words_of
from core.models import User, WordsMixin
from core.models.words import WordsState
from core.translation import adopt, written_by_person
from directory.models import Phone, RequiredDocument, Service, TaxonomyTerm
from tests.listings import in_spanish, make_organization, make_phone, make_service
from tests.translating import translate, write

pytestmark = pytest.mark.django_db
FRENCH = [("en", "English"), ("es", "Español"), ("fr", "Français")]


@pytest.fixture
def lucia(db: None) -> User:
    return User.objects.create_superuser("lucia", "lucia@example.org")


def publish(row: Any) -> None:
    row.save_revision().publish()


@pytest.fixture
def publish_words(django_capture_on_commit_callbacks: Any) -> Any:
    def press_publish(translation: Translation, user: User) -> WordsMixin:
        with django_capture_on_commit_callbacks(execute=True):
            translation.save_target(user=user, publish=True)
        return translation.get_target_instance()

    return press_publish


def test_the_source_row_owns_every_fact_and_its_translation_carries_words_only(lucia: User, publish_words: Any) -> None:
    service = make_service(email="food@example.org", cost="free", minimum_age=18.0)

    row = publish_words(translate(service), lucia)

    assert (row.email, row.cost, row.minimum_age, row.organization) == ("", "unknown", None, None)


def test_a_translation_row_copies_no_child_rows(lucia: User, publish_words: Any) -> None:
    service = make_service()
    make_phone(service=service, description="Ask for Rosa")
    translation = translate(service)
    publish_words(translation, lucia)

    assert Phone.objects.count() == 1
    assert list(translation.get_target_instance().phones.all()) == []


def test_a_fact_corrected_in_english_is_right_in_spanish_in_the_same_second(lucia: User, publish_words: Any) -> None:
    service = make_service()
    phone = make_phone(service=service, number="(831) 555-0101")
    translation = translate(service)
    write(translation, lucia, name="Despensa")
    publish_words(translation, lucia)

    draft = Service.objects.get(pk=service.pk)
    corrected = draft.phones.get()
    corrected.number = "(831) 555-0199"
    draft.phones.add(corrected)
    publish(draft)

    facts = Service.objects.get(pk=service.pk)
    assert words_of(facts, "es").name.text == "Despensa"
    assert [each.number for each in facts.phones.all()] == ["(831) 555-0199"]
    assert facts.phones.get().pk == phone.pk


def test_spanish_prose_is_never_overwritten_and_is_flagged_outdated_per_field(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry", description="Boxes on Monday.")
    translation = translate(service)
    write(translation, lucia, name="Despensa", description="Cajas los lunes.")
    publish_words(translation, lucia)

    service.refresh_from_db()
    service.description = "Boxes on Tuesday."
    publish(service)

    row = translation.get_target_instance()
    assert row.description == "Cajas los lunes."
    assert state_of("description", "Boxes on Tuesday.", row) == WordsState.OUTDATED
    assert state_of("name", "Food pantry", row) == WordsState.REVIEWED
    assert row.words_state == WordsState.OUTDATED
    assert words_of(service, "es").description.text == "Cajas los lunes."


def test_publishing_again_does_not_put_english_over_outdated_spanish(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry", description="Boxes on Monday.")
    translation = translate(service)
    write(translation, lucia, name="Despensa", description="Cajas los lunes.")
    publish_words(translation, lucia)
    service.refresh_from_db()
    service.description = "Boxes on Tuesday."
    publish(service)

    row = publish_words(translation, lucia)

    assert row.description == "Cajas los lunes."
    assert row.words_state == WordsState.OUTDATED


def test_outdated_words_are_reviewed_once_a_person_has_saved_them_again(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry", description="Boxes on Monday.")
    translation = translate(service)
    write(translation, lucia, name="Despensa", description="Cajas los lunes.")
    publish_words(translation, lucia)
    service.refresh_from_db()
    service.description = "Boxes on Mondays."
    publish(service)

    write(translation, lucia, description="Cajas los lunes.")
    row = publish_words(translation, lucia)

    assert row.words_state == WordsState.REVIEWED


def test_work_a_translator_has_not_published_survives_a_change_of_the_english(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry", description="Boxes on Monday.")
    translation = translate(service)
    write(translation, lucia, description="Cajas los lunes, sin publicar.")

    service.refresh_from_db()
    service.description = "Boxes on Tuesday."
    publish(service)
    row = publish_words(translation, lucia)

    assert row.description == "Cajas los lunes, sin publicar."
    assert state_of("description", "Boxes on Tuesday.", row) == WordsState.OUTDATED


def test_the_prose_of_child_rows_is_translated_and_flagged_by_itself(lucia: User, publish_words: Any) -> None:
    service = make_service()
    paper = RequiredDocument.objects.create(service=service, document="Photo ID")
    path = f"{paper.pk}.document"
    translation = translate(service)
    write(translation, lucia, **{f"child_words.{path}": "Identificación con foto", "name": "Despensa"})
    row = publish_words(translation, lucia)

    assert words_of(service, "es").child(paper, "document").text == "Identificación con foto"
    assert row.words_state == WordsState.REVIEWED

    draft = Service.objects.get(pk=service.pk)
    changed = draft.required_documents.get()
    changed.document = "Photo ID from any country"
    draft.required_documents.add(changed)
    publish(draft)

    row = translation.get_target_instance()
    assert row.child_words[path] == "Identificación con foto"
    assert state_of(path, "Photo ID from any country", row) == WordsState.OUTDATED
    assert state_of("name", "Food pantry", row) == WordsState.REVIEWED


def test_machine_drafts_are_labelled_and_never_public_unreviewed(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry", summary="A box of food.")
    translation = translate(service)
    apply_machine_translation(translation.pk, lucia, DummyTranslator({}))
    row = publish_words(translation, lucia)

    assert row.words_state == WordsState.MACHINE
    assert row.word_states["summary"]["by"] == "machine"
    assert words_of(service, "es").summary.text == "A box of food."
    assert words_of(service, "es").summary.lang == "en"

    write(translation, lucia, name="Despensa", summary="Una caja de comida.")
    row = publish_words(translation, lucia)

    assert row.words_state == WordsState.REVIEWED
    assert words_of(service, "es").summary.text == "Una caja de comida."


def test_a_machine_draft_stays_one_when_its_english_changes(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry", summary="A box of food.")
    translation = translate(service)
    apply_machine_translation(translation.pk, lucia, DummyTranslator({}))
    publish_words(translation, lucia)
    service.refresh_from_db()
    service.summary = "Two boxes of food."
    publish(service)

    row = publish_words(translation, lucia)

    assert row.words_state == WordsState.MACHINE
    assert words_of(service, "es").summary.lang == "en"


def test_a_text_without_translation_falls_back_to_english_marked_with_its_language(
    lucia: User, publish_words: Any
) -> None:
    service = make_service("Food pantry", summary="A box of food.")
    translation = translate(service)
    write(translation, lucia, name="Despensa")
    row = publish_words(translation, lucia)

    words = words_of(service, "es")
    assert (words.name.text, words.name.lang) == ("Despensa", "")
    assert (words.summary.text, words.summary.lang) == ("A box of food.", "en")
    assert row.words_state == WordsState.MISSING


def test_english_put_in_for_want_of_spanish_never_passes_as_a_translation(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry", summary="A box of food.")
    translation = translate(service)
    write(translation, lucia, name="Despensa")
    row = publish_words(translation, lucia)

    adopt(row)
    row = publish_words(translation, lucia)

    assert row.words_state == WordsState.MISSING
    assert words_of(service, "es").summary.lang == "en"


def test_a_third_language_is_a_setting_and_a_locale(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry", summary="A box of food.")
    with override_settings(LANGUAGES=FRENCH, WAGTAIL_CONTENT_LANGUAGES=FRENCH):
        translation = translate(service, "fr")
        write(translation, lucia, name="Banque alimentaire")
        publish_words(translation, lucia)

        words = words_of(service, "fr")
        assert words.name.text == "Banque alimentaire"
        assert (words.summary.text, words.summary.lang) == ("A box of food.", "en")
        assert words_of(service, "es").name.lang == "en"


def test_imported_spanish_opens_in_the_editor_as_reviewed(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry")
    row = in_spanish(service, name="Despensa")

    translation = adopt(row)

    assert publish_words(translation, lucia).name == "Despensa"
    assert translation.get_target_instance().words_state == WordsState.REVIEWED


def test_spanish_imported_again_wins_over_what_the_editor_remembered(lucia: User, publish_words: Any) -> None:
    service = make_service("Food pantry")
    row = in_spanish(service, name="Despensa")
    adopt(row)

    row.name = "Despensa de alimentos"
    written_by_person(service, row)
    row.save()
    translation = adopt(row)

    assert publish_words(translation, lucia).name == "Despensa de alimentos"


@pytest.mark.parametrize("make", [make_service, make_organization])
def test_the_first_spanish_name_gives_the_row_an_address_of_its_own(make: Any, lucia: User, publish_words: Any) -> None:
    facts = make("Food pantry")
    translation = translate(facts)
    assert publish_words(translation, lucia).slug == "food-pantry"

    write(translation, lucia, name="Despensa de la Peña")

    assert publish_words(translation, lucia).slug == "despensa-de-la-pena"


def test_deleting_the_original_deletes_its_words(lucia: User) -> None:
    term = TaxonomyTerm.objects.create(name="Food")
    in_spanish(term, name="Comida")

    term.delete()

    assert TaxonomyTerm.objects.count() == 0
