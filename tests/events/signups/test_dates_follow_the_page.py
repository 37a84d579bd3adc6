"""When the page of an event changes, its dates and shifts follow; whoever signed up is never left without a word."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from events.making_dates import make_all_dates, make_dates
from events.models import EventPage
from events.signups.models import ShiftDate, SignUp
from home.tree import Rooms
from tests.the_events import a_shift, make_event, shift_date, sign_up, somebody


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel("2026-12-01T18:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def row(rooms: dict[str, Rooms]) -> ShiftDate:
    return shift_date(rooms, places=1)


def on_the_list(row: ShiftDate, *names: str) -> list[SignUp]:
    return [sign_up(row, somebody(name, f"{name.lower()}@example.org")) for name in names]


def test_what_the_rule_gives_no_longer_is_cancelled_for_who_signed_up(row: ShiftDate) -> None:
    on_the_list(row, "Ana")
    event = EventPage.objects.get(pk=row.occurrence.event_id)
    event.first_day += timedelta(days=7)
    event.save()

    make_dates(event)

    assert event.occurrences.get(pk=row.occurrence_id).is_cancelled
    assert event.occurrences.count() == 2


def test_a_date_nobody_signed_up_for_leaves_without_a_trace(row: ShiftDate) -> None:
    event = EventPage.objects.get(pk=row.occurrence.event_id)
    event.first_day += timedelta(days=7)
    event.save()

    make_dates(event)

    assert [each.day for each in event.occurrences.all()] == [event.first_day]


def test_two_shifts_taken_off_the_page_are_cancelled_for_who_signed_up(rooms: dict[str, Rooms]) -> None:
    event = make_event(rooms["en"].events, shifts=[a_shift(), a_shift()])
    rows = list(ShiftDate.objects.filter(occurrence__event=event))
    for number, row in enumerate(rows):
        sign_up(row, somebody(f"P{number}", f"p{number}@example.org"))

    event.shifts.all().delete()
    make_dates(EventPage.objects.get(pk=event.pk))

    assert all(ShiftDate.objects.get(pk=row.pk).is_cancelled for row in rows)


def test_dates_are_made_anew_once_a_day(
    rooms: dict[str, Rooms], clock: Any, django_assert_max_num_queries: Any
) -> None:
    event = make_event(rooms["en"].events, rule="FREQ=WEEKLY")
    last = event.occurrences.latest("day").day
    with django_assert_max_num_queries(2):
        make_all_dates()

    clock.shift(timedelta(days=7))
    make_all_dates()

    assert event.occurrences.latest("day").day == last + timedelta(days=7)


def test_a_copy_is_another_event_with_the_same_shifts_and_nobody_on_its_lists(signed_in, rooms, row: ShiftDate) -> None:
    on_the_list(row, "Ana")
    event = EventPage.objects.get(pk=row.occurrence.event_id)
    event.changed_dates.create(day=event.first_day, kind="cancelled", reason={"en": "Fire", "es": "Incendio"})
    form = {"new_title": "Once more", "new_slug": "once-more", "new_parent_page": rooms["en"].events.pk}

    answer = signed_in("elena").post(
        reverse("wagtailadmin_pages:copy", args=[event.pk]), {**form, "publish_copies": "on"}
    )

    assert answer.status_code == 302
    copy = EventPage.objects.get(slug="once-more")
    assert copy.uid != event.uid
    assert [shift.places for shift in copy.shifts.all()] == [1]
    assert [date.taken for date in ShiftDate.objects.filter(occurrence__event=copy)] == [0]
    assert not SignUp.objects.filter(shift_date__occurrence__event=copy).exists()
