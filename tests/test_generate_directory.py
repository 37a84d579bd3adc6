from datetime import date

import pytest
import zipcodes
from django.core.management import CommandError, call_command
from django.utils import timezone

from core.languages import facts_of, summary_of, with_words, words_of
from core.models.words import WordsState
from directory.generate import generate, remove_generated
from directory.models import Address, Location, Organization, Phone, Schedule, Service, TaxonomyTerm
from directory.public.cards import place_text
from directory.public.factcard import fact_card

DAY = date(2026, 11, 22)

pytestmark = pytest.mark.django_db


@pytest.fixture
def listings(spanish: object) -> None:
    generate(120, seed=1, today=DAY)


def everything() -> list[tuple[object, ...]]:
    return [
        *Organization.objects.order_by("pk").values_list("pk", "name", "slug", "words_state"),
        *Service.objects.order_by("pk").values_list("pk", "name", "description", "slug", "assured_date", "child_words"),
        *Schedule.objects.order_by("pk").values_list("pk", "byday", "opens_at", "service_id", "location_id"),
    ]


def test_as_many_services_as_asked_for(listings):
    assert Service.objects.facts().count() == 120
    assert Service.objects.public().count() > 100
    assert Organization.objects.facts().count() > 10
    assert Location.objects.facts().count() > 10


def test_the_same_seed_makes_the_same_listings(listings):
    before = everything()

    remove_generated()
    generate(120, seed=1, today=DAY)

    assert everything() == before


def test_another_seed_makes_other_listings(listings):
    before = everything()

    remove_generated()
    generate(120, seed=2, today=DAY)

    assert everything() != before


def test_places_stand_at_real_zip_codes(listings):
    written = Address.objects.values_list("postal_code", "state_province")

    assert all(zipcodes.is_real(code) and state == "CA" for code, state in written)
    assert len({code for code, _state in written}) > 10


def test_numbers_are_those_nobody_has(listings):
    assert all("555-01" in number for number in Phone.objects.values_list("number", flat=True))


def test_translations_are_in_every_state_and_say_so(listings):
    rows = list(Service.objects.filter(locale__language_code="es"))

    assert {row.words_state for row in rows} >= {WordsState.REVIEWED, WordsState.OUTDATED, WordsState.MACHINE}
    assert len(rows) < 120
    assert [row.words_state for row in rows] == [summary_of(facts_of(row), row) for row in rows]


def test_a_reviewed_listing_reads_in_spanish_to_its_last_row(listings):
    row = Service.objects.filter(words_state=WordsState.REVIEWED).exclude(child_words={}).first()
    service = facts_of(row)

    words = words_of(service, "es")

    assert words.complete
    assert words.description.text != service.description
    assert all(row.translated_text(path) for path in service.source_texts())


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_listing_fills_a_fact_card(listings, language):
    services = list(Service.objects.public().whole())

    cards = [fact_card(service, words, language, timezone.now()) for service, words in with_words(services, language)]

    assert {card.opening.state for card in cards} >= {"open", "closed", "unknown"} or len(cards) > 100
    assert all(card.name and card.description and card.facts for card in cards)
    assert all(place_text(service) for service in services)


def test_every_service_answers_a_need(listings):
    assert not Service.objects.facts().filter(attributes=None).exists()
    assert TaxonomyTerm.objects.facts().count() > 250


def test_reset_takes_out_generated_listings_and_what_editors_did_to_them(listings):
    kept = Organization.objects.create(name="Mesa Sereno Food Bank")
    mine = Service.objects.create(name="Despensa Peña", organization=kept)
    edited = Service.objects.facts().filter(extra__generated=True).first()
    Phone.objects.create(service=edited, number="(831) 555-0101")
    edited.save_revision().publish()

    removed = remove_generated()

    assert removed > 120
    assert list(Organization.objects.all()) == [kept]
    assert list(Service.objects.all()) == [mine]
    assert not Location.objects.exists()
    assert not Phone.objects.exists()
    assert TaxonomyTerm.objects.exists()


def test_a_second_run_asks_before_it_removes_anything(listings):
    with pytest.raises(CommandError, match="--reset"):
        call_command("generate_directory", services=5, no_index=True)

    assert Service.objects.facts().count() == 120


def test_the_command_makes_listings_and_replaces_them(spanish, capsys):
    call_command("generate_directory", services=3, no_index=True)
    call_command("generate_directory", services=5, reset=True, no_index=True)

    assert Service.objects.facts().count() == 5
    assert "removed" in capsys.readouterr().out
