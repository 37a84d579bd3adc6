"""The invented district shows every state a listing can be in, and loading it again harms nothing."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from core.languages import with_words
from core.models.words import WordsState
from directory.demo.files import organizations
from directory.models import Location, Organization, Phone, Schedule, Service
from directory.public.freshness import freshness_of
from directory.public.opening import today
from home.models import ArticlePage

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded once for this file, and taken out again as a whole."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


def test_there_is_enough_to_look_at() -> None:
    assert Organization.objects.public().count() >= 40
    assert Service.objects.public().count() >= 70
    assert Location.objects.public().count() >= 50
    assert ArticlePage.objects.filter(alias_of=None).count() >= 12


def test_every_state_of_a_listing_is_there() -> None:
    services = Service.objects.public()
    assert {service.status for service in Service.objects.facts()} >= {"active", "inactive", "temporarily closed"}
    assert {freshness_of(service, today()).state for service in services} == {"fresh", "old", "very_old", "never"}
    assert set(services.values_list("cost", flat=True)) >= {"free", "sliding", "fee"}
    assert set(services.values_list("papers", flat=True)) == {"none", "some", "unknown"}
    assert Location.objects.public().filter(address_private=True).exists()
    assert Organization.objects.facts().filter(do_not_list=True).exists()


def test_every_state_of_the_words_is_there() -> None:
    spanish = {words_row.words_state for words_row in Service.objects.exclude(words_state="")}
    assert spanish >= {WordsState.REVIEWED, WordsState.OUTDATED, WordsState.MACHINE}
    assert any(words.name.lang == "en" for _service, words in with_words(Service.objects.public(), "es"))


def test_every_kind_of_hours_is_there() -> None:
    byday = set(Schedule.objects.values_list("byday", flat=True))
    assert {"2SA", "-1FR"} <= byday
    assert Schedule.objects.filter(by_appointment=True).exists()
    assert Schedule.objects.filter(interval=2).exists()
    assert any(row.closes_at < row.opens_at for row in Schedule.objects.exclude(closes_at=None))


def test_nobody_can_be_called_by_accident() -> None:
    numbers = set(Phone.objects.values_list("number", flat=True))
    assert numbers and all(number.startswith("(831) 555-01") for number in numbers)


def test_every_spanish_word_has_its_place() -> None:
    """Lists of translated words are as long as the lists they translate."""
    for organization in organizations():
        for service in organization.get("services", []):
            spanish = service.get("es", {})
            for name in ("required_documents", "service_areas", "cost_options", "phones"):
                assert len(spanish.get(name, [])) <= len(service.get(name, [])), service["key"]


def test_loading_again_adds_nothing_and_keeps_what_the_office_changed() -> None:
    service = Service.objects.public().first()
    service.name = "Changed by the office"
    service.save()
    before = (Service.objects.count(), Phone.objects.count(), ArticlePage.objects.count())

    call_command("load_demo", verbosity=0)

    assert (Service.objects.count(), Phone.objects.count(), ArticlePage.objects.count()) == before
    assert Service.objects.get(pk=service.pk).name == "Changed by the office"
