"""Ambassadors first, by language; then the coordinator; then the office. Nobody's leaving leaves a request behind."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from wagtail.models import Site
from wagtail.users.models import UserProfile

from core.models import District, OutgoingMail
from core.timed import run_steps
from schools.appointing import end, transfer
from schools.asking.desk.clock import due_in_words
from schools.asking.models import HelpRequest
from schools.calendar import today
from tests.the_schools import appointed, make_school

pytestmark = pytest.mark.django_db


def test_an_ambassador_who_speaks_the_language_comes_before_one_who_does_not(school, employed, ask) -> None:
    employed(school, "eva", ("en",))
    lupe = employed(school, "lupe", ("en", "mix"))

    assert ask(school, language="mix").assigned == lupe


def test_of_two_who_speak_it_the_one_with_fewer_open_requests(school, employed, ask) -> None:
    first, second = employed(school, "eva", ("es",)), employed(school, "lupe", ("es",))

    assert {ask(school).assigned, ask(school).assigned} == {first, second}


def test_any_ambassador_comes_before_a_coordinator_who_speaks_it(school, employed, ask) -> None:
    employed(school, "carla", ("es",), role="coordinator")
    eva = employed(school, "eva", ("en",))

    assert ask(school).assigned == eva


def test_without_an_ambassador_the_coordinator(school, employed, ask) -> None:
    carla = employed(school, "carla", role="coordinator")

    assert ask(school).assigned == carla


def test_whoever_cannot_sign_in_is_given_nothing(school, ask) -> None:
    appointed(school)

    assert ask(school).assigned is None


def test_the_office_is_written_to_where_nobody_is(school, ask) -> None:
    District.objects.update_or_create(
        site=Site.objects.get(is_default_site=True), defaults={"email": "office@example.org"}
    )

    ask(school)

    assert OutgoingMail.objects.get().to == "office@example.org"


@pytest.mark.parametrize(("language", "words"), [("en", "A family asks for help."), ("es", "")])
def test_the_mail_is_in_the_readers_language_and_tells_nothing_of_the_family(
    school, employed, ask, language: str, words: str
) -> None:
    lupe = employed(school)
    UserProfile.objects.create(user=lupe.person.account, preferred_language=language)

    request = ask(school)

    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.language) == ("lupe@example.org", language)
    assert words in mail.text and request.reference in mail.text and f"/{language}/" in mail.text
    for private in ("Ana", "555-0199", "comida"):
        assert private not in mail.subject + mail.text + mail.html + mail.key


def test_when_a_term_ends_open_requests_go_to_the_next_one_who_is_told(
    school, employed, ask, django_capture_on_commit_callbacks
) -> None:
    lupe, eva = employed(school, "lupe", ("es",)), employed(school, "eva", ("en",))
    request = ask(school)
    assert request.assigned == lupe

    with django_capture_on_commit_callbacks(execute=True):
        end(lupe, on=today() - timedelta(days=1))

    request.refresh_from_db()
    assert request.assigned == eva
    assert OutgoingMail.objects.order_by("pk").last().to == "eva@example.org"


def test_a_term_that_runs_out_by_itself_is_handed_on_the_day_after(school, employed, ask, clock) -> None:
    employed(school, "lupe", ("es",), ends_on=today())
    request = ask(school)
    run_steps()
    request.refresh_from_db()
    assert request.assigned is not None

    clock.shift(timedelta(days=1))
    run_steps()

    request.refresh_from_db()
    assert request.assigned is None


def test_after_a_transfer_the_old_school_keeps_its_requests(
    rooms, school, employed, ask, django_capture_on_commit_callbacks
) -> None:
    lupe = employed(school)
    request = ask(school)

    with django_capture_on_commit_callbacks(execute=True):
        transfer(lupe, make_school(rooms, "Molino Viejo"), on=today(), by=None)

    request.refresh_from_db()
    assert (request.school, request.assigned) == (school, None)


def test_closed_requests_stay_with_whoever_closed_them(school, employed, ask, clock) -> None:
    lupe = employed(school, ends_on=today())
    request = ask(school)
    HelpRequest.objects.filter(pk=request.pk).update(status="connected")
    clock.shift(timedelta(days=2))

    run_steps()

    request.refresh_from_db()
    assert request.assigned == lupe


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 16), date(2026, 11, 18)),
        (date(2026, 11, 20), date(2026, 11, 24)),  # Over a weekend.
        (date(2026, 11, 25), date(2026, 12, 1)),  # Over Thanksgiving.
    ],
)
def test_somebody_answers_within_two_open_days_of_the_office(rooms, ask, clock, settings, received, due) -> None:
    settings.HOLIDAYS = ["2026-11-26", "2026-11-27", "nonsense"]
    clock.move_to(datetime.combine(received, time(20), UTC))

    request = ask(None)

    assert request.due_on == due
    clock.move_to(datetime.combine(due, time(20), UTC) + timedelta(days=7))
    assert "working days late" in due_in_words(request)


def test_a_reference_is_given_once(rooms, ask) -> None:
    first = ask(None)

    second = ask(None, reference=first.reference)

    assert second.pk != first.pk and second.reference != first.reference


def test_the_days_are_those_of_the_office(rooms, ask) -> None:
    District.objects.update_or_create(site=Site.objects.get(is_default_site=True), defaults={"office_days": "MO,WE"})

    assert ask(None).due_on == date(2026, 11, 23)
