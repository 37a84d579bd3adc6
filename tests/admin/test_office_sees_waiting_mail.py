"""The office sees that mail waits, not what it says or to whom, and may try again at once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import OutgoingMail, User
from directory.office import EDITORS, MODERATORS, ensure_groups_and_workflow

pytestmark = pytest.mark.django_db

LIST = "/admin/reports/mail/"


@pytest.fixture
def waiting() -> OutgoingMail:
    an_hour_ago = timezone.now() - timedelta(hours=1)
    return OutgoingMail.objects.create(
        key="a",
        purpose="ambassador_new_request",
        to="paula@example.org",
        language="es",
        subject="Secret subject",
        text="Secret words",
        attempts=3,
        created_at=an_hour_ago,
        next_try_at=timezone.now() + timedelta(hours=1),
    )


def member_of(group: str) -> Client:
    person = User.objects.create_user("marco", "marco@example.org", "correct-horse-battery", is_staff=True)
    ensure_groups_and_workflow()
    person.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(person)
    return client


def again(mail: OutgoingMail) -> str:
    return reverse("core_try_mail_again", args=[mail.pk])


def test_the_list_shows_state_and_age_and_nothing_personal(waiting: OutgoingMail) -> None:
    html = member_of(MODERATORS).get(LIST).content.decode()

    assert "ambassador_new_request" in html and "@example.org" in html
    assert "1\xa0hour" in html
    for secret in ("paula", "Secret"):
        assert secret not in html


def test_trying_again_sends_it_now(waiting: OutgoingMail, mailoutbox, django_capture_on_commit_callbacks) -> None:
    marco = member_of(MODERATORS)

    with django_capture_on_commit_callbacks(execute=True):
        marco.post(again(waiting))
    with django_capture_on_commit_callbacks(execute=True):
        marco.post(again(waiting))

    assert len(mailoutbox) == 1
    assert "ambassador_new_request" not in marco.get(LIST).content.decode()


def test_a_mail_that_was_given_up_may_be_tried_again(
    waiting: OutgoingMail, mailoutbox, django_capture_on_commit_callbacks
) -> None:
    OutgoingMail.objects.update(state=OutgoingMail.State.GIVEN_UP, created_at=timezone.now() - timedelta(days=9))

    with django_capture_on_commit_callbacks(execute=True):
        member_of(MODERATORS).post(again(waiting))

    assert len(mailoutbox) == 1


def test_looking_sends_nothing(waiting: OutgoingMail, mailoutbox) -> None:
    assert member_of(MODERATORS).get(again(waiting)).status_code == 405
    assert not mailoutbox


def test_whoever_lacks_the_right_is_refused(waiting: OutgoingMail, mailoutbox) -> None:
    elena = member_of(EDITORS)

    assert elena.get(LIST).url == "/admin/"
    assert elena.post(again(waiting)).url == "/admin/"
    assert not mailoutbox


def test_the_report_is_in_the_menu_of_the_office(signed_in: Callable[[str], Client]) -> None:
    assert LIST in signed_in("elena").get("/admin/").content.decode()
