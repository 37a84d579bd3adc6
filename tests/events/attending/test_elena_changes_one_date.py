"""One date is cancelled, moved, added and put back, on a screen of its own; whoever signed up is told once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import User
from events.models import EventPage
from events.signups.models import ShiftDate
from events.signups.telling import tell_all
from home.tree import Rooms
from tests.the_events import a_shift, event_in_spanish, make_event, sign_up, somebody

WHY = {"en": "The kitchen is being painted.", "es": "Están pintando la cocina."}
MORE = {f"reason_{language}": why for language, why in WHY.items()}


@pytest.fixture
def event(rooms: dict[str, Rooms]) -> EventPage:
    made = make_event(rooms["en"].events, rule="FREQ=WEEKLY;COUNT=3", shifts=[a_shift(2)])
    event_in_spanish(made, rooms["es"].events, "Cajas")
    return made


@pytest.fixture
def elena(signed_in: Any) -> Client:
    return signed_in("elena")


def days(event: EventPage) -> list[date]:
    return [row.day for row in event.occurrences.order_by("day")]


def send(elena: Client, event: EventPage, act: str, day: date, **typed: Any) -> Any:
    return elena.post(reverse("event_dates_change", args=[event.pk, day.isoformat(), act]), typed)


def test_a_cancelled_date_says_why_in_both_languages_and_everybody_on_its_lists_is_told_once(
    elena, event, rooms, django_capture_on_commit_callbacks
):
    second = days(event)[1]
    row = ShiftDate.objects.get(occurrence__event=event, occurrence__day=second)
    with django_capture_on_commit_callbacks(execute=True):
        sign_up(row, somebody())
        tell_all()
    mail.outbox.clear()
    asked = elena.get(reverse("event_dates_change", args=[event.pk, second.isoformat(), "cancel"])).content.decode()
    assert "1 person is on the lists" in asked

    with django_capture_on_commit_callbacks(execute=True):
        answer = send(elena, event, "cancel", second, **MORE)

    assert answer.status_code == 302
    tell_all()
    assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]
    assert WHY["es"] in mail.outbox[0].body
    for language, why in WHY.items():
        assert why in Client().get(event.in_language(language).url).content.decode()


def test_what_was_cancelled_is_put_back(elena, event):
    second = days(event)[1]
    send(elena, event, "cancel", second, **MORE)
    assert event.occurrences.get(day=second).is_cancelled

    send(elena, event, "back", second)

    assert not event.occurrences.get(day=second).is_cancelled
    assert not EventPage.objects.get(pk=event.pk).changed_dates.exists()


def test_a_date_moves_to_another_day_and_one_more_is_added(elena, event):
    first, second = days(event)[:2]
    there = second + timedelta(days=1)

    send(elena, event, "move", second, new_day=there.isoformat(), begins="10:00", ends="13:00")
    elena.post(reverse("event_dates_more", args=[event.pk]), {"day": (first + timedelta(days=2)).isoformat()})

    moved = event.occurrences.get(day=second)
    assert (moved.local_day, moved.is_moved) == (there, True)
    assert days(event)[1] == first + timedelta(days=2)


@pytest.mark.parametrize(
    ("act", "typed", "sentence"),
    [
        ("cancel", {"reason_en": "Fire"}, "Write it in"),
        ("move", {}, "Say to which day"),
        ("move", {"new_day": "2020-01-01", "reason_en": "Fire"}, "This day is over"),
        ("move", {"new_day": "2099-01-01"}, "too far off"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(elena, event, act, typed, sentence):
    answer = send(elena, event, act, days(event)[1], **typed)

    html = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in html
    assert all(value in html for value in typed.values())
    assert not EventPage.objects.get(pk=event.pk).changed_dates.exists()


def test_an_unfinished_draft_stays_unfinished_and_cannot_undo_it(elena, event):
    second = days(event)[1]
    draft = EventPage.objects.get(pk=event.pk)
    draft.title = "Half written"
    draft.save_revision()

    send(elena, event, "cancel", second, **MORE)

    now = EventPage.objects.get(pk=event.pk)
    assert (now.title, now.has_unpublished_changes) == (event.title, True)
    drafted = now.get_latest_revision_as_object()
    assert drafted.title == "Half written"
    drafted.save_revision().publish()
    assert event.occurrences.get(day=second).is_cancelled


def test_the_spanish_page_leads_to_the_same_dates(elena, event):
    html = elena.get(reverse("event_dates", args=[event.in_language("es").pk])).content.decode()

    assert reverse("event_dates_change", args=[event.pk, days(event)[0].isoformat(), "cancel"]) in html


def test_who_may_not_publish_the_event_changes_none_of_its_dates(event):
    client = Client()
    client.force_login(User.objects.create(username="ana", is_staff=True))

    for address in ("event_dates", "event_dates_more"):
        assert client.get(reverse(address, args=[event.pk])).status_code in (302, 403)
    send(client, event, "cancel", days(event)[1], **MORE)
    assert not EventPage.objects.get(pk=event.pk).changed_dates.exists()


def test_a_day_that_is_none_or_over_is_not_there(elena, event):
    yesterday = timezone.localdate() - timedelta(days=1)

    for day in "2026-99-99", "soon", yesterday.isoformat():
        address = reverse("event_dates_change", args=[event.pk, day, "cancel"])
        assert elena.get(address, follow=True).status_code == 404
