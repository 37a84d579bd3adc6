"""The invented district shows every state a listing can be in, and loading it again harms nothing."""

from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.db.models import F
from django.test import Client
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Page

from core.languages import with_words
from core.models.words import WordsState
from directory.demo.files import organizations
from directory.models import Location, Organization, Phone, Schedule, Service
from directory.public.freshness import freshness_of
from directory.public.opening import today
from events.models import ChangedDate, EventPage, Occurrence, Shift
from events.models.kinds import Kind
from events.recurrence.series import ChangeKind
from events.signups.models import ShiftDate, SignUp, State
from events.volunteers.models import ClearanceTier
from home.models import ArticlePage
from schools.topics.models import (
    CrisisPage,
    OfficePeoplePage,
    PillarPage,
    ProgrammePage,
    ProgressPage,
    Promise,
    StoryIndexPage,
    StoryPage,
    TopicHubPage,
    TopicIndexPage,
    ValuePage,
)

pytestmark = pytest.mark.django_db

COUNTED = (Service, Phone, Page, Promise, ClearanceTier, Shift, ChangedDate, Occurrence, SignUp)
EVENT_HAS = ("organization", "location", "school", "materials", "values", "pillars", "focus", "shifts__lead")


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


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in COUNTED}


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


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("model", "count"),
    [
        (TopicIndexPage, 1),
        (TopicHubPage, 6),
        (ProgrammePage, 3),
        (ValuePage, 5),
        (PillarPage, 4),
        (StoryPage, 8),
        (ProgressPage, 2),
        (CrisisPage, 1),
        (OfficePeoplePage, 1),
    ],
)
def test_topics_and_news_are_written_in_both_languages(ana: Client, model: type, count: int, language: str) -> None:
    pages = list(model.objects.live().filter(alias_of=None, locale__language_code=language))

    assert len(pages) == count
    assert all(ana.get(page.url).status_code == 200 for page in pages)


def test_every_state_of_a_promise_and_a_picture_is_there() -> None:
    assert {promise.state for promise in Promise.objects.all()} == set(Promise.State.values)
    assert StoryPage.objects.facts().exclude(picture=None).count() == 1
    assert StoryIndexPage.objects.count() == 2 * 5


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_school_year_of_events_can_be_read_in_both_languages(ana: Client, language: str) -> None:
    pages = list(EventPage.objects.live().filter(alias_of=None, locale__language_code=language))

    assert len(pages) >= 30
    assert [page.slug for page in pages if ana.get(page.url).status_code != 200] == []
    assert not any(page.title == page.facts.title for page in pages if language != "en")


def test_there_is_something_of_every_kind_to_come() -> None:
    coming = Occurrence.objects.coming(timezone.now()).taking_place()
    assert set(coming.values_list("event__kind", flat=True)) == set(Kind.values)
    assert Occurrence.objects.past(timezone.now()).exists()


def test_every_state_of_an_event_is_there() -> None:
    events = EventPage.objects.facts()
    assert set(ChangedDate.objects.values_list("kind", flat=True)) == set(ChangeKind.values)
    assert {field for field in EVENT_HAS if not events.exclude(**{field: None}).exists()} == set()
    assert events.filter(is_cancelled=True).exists() and events.filter(place_is_private=True).exists()
    assert events.filter(days__gt=1, begins=None).exists() and events.exclude(online_url="").exists()
    assert events.filter(price="fee").exists() and events.filter(languages=["es"], interpreters=[]).exists()


def test_rosters_and_waiting_lists_are_alive_and_nobody_is_written_to() -> None:
    shifts = ShiftDate.objects.open_to_sign_up(timezone.now())
    assert shifts.filter(taken=F("places")).exists() and shifts.filter(taken=F("places") - 3).exists()
    assert shifts.filter(children__gt=0).exists()
    assert set(SignUp.objects.values_list("state", flat=True)) >= {State.CONFIRMED, State.PENDING, State.WAITING}
    assert not SignUp.objects.filter(volunteer__reach__contains="@").exists()
    assert mail.outbox == []


def test_loading_again_adds_nothing_and_keeps_what_the_office_changed() -> None:
    service = Service.objects.public().first()
    service.name = "Changed by the office"
    service.save()
    before = counts()

    call_command("load_demo", verbosity=0)

    assert counts() == before
    assert Service.objects.get(pk=service.pk).name == "Changed by the office"
