"""A place that becomes free goes on: to whoever waits longest, for a while, then to the next."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import TestCase
from django.utils import timezone

from core.models import OutgoingMail
from events.models import ChangedDate, EventPage
from events.recurrence.series import ChangeKind
from events.signups.letters import open_page
from events.signups.models import ShiftDate, SignUp, State
from events.signups.releasing import release
from events.signups.reminding import remind
from events.signups.telling import tell_all
from events.signups.waiting import accept, pass_on_expired
from events.volunteers.checking import record
from events.volunteers.models import ClearanceTier
from home.tree import Rooms
from schools.models import Person
from tests.committing import CommittingClient
from tests.the_events import shift_date, sign_up, somebody


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel("2026-12-01T18:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def row(rooms: dict[str, Rooms]) -> ShiftDate:
    return shift_date(rooms, places=1)


def letters(folder: str) -> list[str]:
    return list(OutgoingMail.objects.filter(purpose=folder).order_by("pk").values_list("to", flat=True))


def on_the_list(row: ShiftDate, *names: str) -> list[SignUp]:
    return [sign_up(row, somebody(name, f"{name.lower()}@example.org")) for name in names]


def state(sign_up: SignUp) -> str:
    sign_up.refresh_from_db()
    return sign_up.state


def test_the_first_in_line_is_offered_the_place_in_the_same_moment(row: ShiftDate) -> None:
    ana, luis, rosa = on_the_list(row, "Ana", "Luis", "Rosa")

    release(ana)

    assert [state(each) for each in (ana, luis, rosa)] == [State.CANCELLED, State.OFFERED, State.WAITING]
    assert letters("signup_offer") == ["luis@example.org"]
    row.refresh_from_db()
    assert row.taken == 1


def test_who_takes_it_has_it(row: ShiftDate) -> None:
    ana, luis = on_the_list(row, "Ana", "Luis")
    release(ana)

    accept(luis.pk)

    assert state(luis) == State.CONFIRMED


def test_who_does_not_answer_in_a_day_loses_it_to_the_next(row: ShiftDate, clock: Any) -> None:
    ana, luis, rosa = on_the_list(row, "Ana", "Luis", "Rosa")
    release(ana)

    clock.shift(timedelta(hours=24, minutes=1))
    pass_on_expired()

    assert (state(luis), state(rosa)) == (State.EXPIRED, State.OFFERED)
    with pytest.raises(ValidationError):
        accept(luis.pk)
    assert row.sign_ups.holding().count() == 1


def test_an_offer_ends_two_hours_before_the_start(row: ShiftDate, clock: Any) -> None:
    ana, luis = on_the_list(row, "Ana", "Luis")
    clock.move_to(row.starts_at - timedelta(hours=5))

    release(ana)

    luis.refresh_from_db()
    assert luis.offered_until == row.starts_at - timedelta(hours=2)


def test_shortly_before_the_start_nothing_is_offered_and_whoever_comes_first_has_it(row: ShiftDate, clock: Any) -> None:
    ana, luis = on_the_list(row, "Ana", "Luis")
    clock.move_to(row.starts_at - timedelta(hours=1))

    release(ana)

    assert state(luis) == State.WAITING
    accept(luis.pk)
    assert state(luis) == State.CONFIRMED


def test_cancelling_twice_gives_back_one_place(row: ShiftDate) -> None:
    (ana,) = on_the_list(row, "Ana")

    assert release(ana)
    assert not release(ana)

    row.refresh_from_db()
    assert row.taken == 0


def test_more_places_are_offered_to_those_who_wait(row: ShiftDate) -> None:
    _ana, luis = on_the_list(row, "Ana", "Luis")
    event = EventPage.objects.get(pk=row.occurrence.event_id)
    shift = event.shifts.get()
    shift.places = 2
    event.shifts.add(shift)
    event.save_revision().publish()

    assert state(luis) == State.OFFERED


def test_fewer_places_take_nobody_off_the_list(rooms: dict[str, Rooms]) -> None:
    row = shift_date(rooms, places=3)
    on_the_list(row, "Ana", "Luis", "Rosa")
    event = EventPage.objects.get(pk=row.occurrence.event_id)
    shift = event.shifts.get()
    shift.places = 1
    event.shifts.add(shift)
    event.save_revision().publish()

    row.refresh_from_db()
    assert (row.places, row.taken) == (3, 3)


def test_a_late_cancel_reaches_the_shift_lead(rooms: dict[str, Rooms], clock: Any) -> None:
    lead = Person.objects.create(name="Lupe Peña", email="lupe@example.org")
    row = shift_date(rooms, lead=lead)
    (ana,) = on_the_list(row, "Ana")
    clock.move_to(row.starts_at - timedelta(hours=20))

    release(ana)

    assert letters("signup_left_late") == ["lupe@example.org"]
    assert "Ana" not in OutgoingMail.objects.get(purpose="signup_left_late").text


def test_a_check_that_is_recorded_confirms_the_place(rooms: dict[str, Rooms]) -> None:
    words = {"en": "Visitor check", "es": "Revisión"}
    check = ClearanceTier.objects.create(name=words, level=1, steps=words, cost=words, takes=words)
    ana = sign_up(shift_date(rooms, tier=check), somebody())
    assert ana.state == State.PENDING

    record(ana.volunteer, check, done_on=clock_day(), by=None, expires_on=None)

    assert state(ana) == State.CONFIRMED


def clock_day() -> Any:
    return timezone.localdate()


def test_everybody_hears_that_a_date_is_cancelled_once_and_in_their_language(row: ShiftDate) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        on_the_list(row, "Ana")
    event = EventPage.objects.get(pk=row.occurrence.event_id)
    reason = {"en": "Heavy rain", "es": "Lluvia fuerte"}
    event.changed_dates = [ChangedDate(day=row.occurrence.day, kind=ChangeKind.CANCELLED, reason=reason)]
    event.save_revision().publish()

    tell_all()

    assert letters("signup_off") == ["ana@example.org"]
    assert "Lluvia fuerte" in OutgoingMail.objects.get(purpose="signup_off").text


def test_a_date_that_is_moved_keeps_its_people_and_tells_them(row: ShiftDate) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        (ana,) = on_the_list(row, "Ana")
    event = EventPage.objects.get(pk=row.occurrence.event_id)
    new_day = row.occurrence.day + timedelta(days=2)
    event.changed_dates = [ChangedDate(day=row.occurrence.day, kind=ChangeKind.MOVED, new_day=new_day)]
    event.save_revision().publish()

    ana.refresh_from_db()
    assert ana.shift_date.starts_at == row.starts_at + timedelta(days=2)
    assert letters("signup_changed") == ["ana@example.org"]


def test_nothing_is_lost_when_the_letter_could_not_be_written(row: ShiftDate) -> None:
    on_the_list(row, "Ana")
    assert not letters("signup_received")

    tell_all()
    tell_all()

    assert letters("signup_received") == ["ana@example.org"]


def test_reminders_go_a_week_and_a_day_before_each_once(row: ShiftDate, clock: Any) -> None:
    on_the_list(row, "Ana")
    for hours_before in (7 * 24 - 1, 7 * 24 - 2, 23, 22):
        clock.move_to(row.starts_at - timedelta(hours=hours_before))
        remind()

    assert letters("signup_reminder") == ["ana@example.org"] * 2


def test_who_signs_up_the_day_before_needs_no_reminder(row: ShiftDate, clock: Any) -> None:
    clock.move_to(row.starts_at - timedelta(hours=20))
    on_the_list(row, "Ana")

    remind()

    assert not letters("signup_reminder")


@pytest.mark.parametrize(("act", "left"), [("cancel", State.CANCELLED), ("accept", State.CONFIRMED)])
def test_opening_the_page_changes_nothing_only_a_button_does(row: ShiftDate, act: str, left: str) -> None:
    ana, luis = on_the_list(row, "Ana", "Luis")
    release(ana)
    page = open_page(luis).removeprefix("http://localhost:8000")
    client = CommittingClient(enforce_csrf_checks=True)

    assert client.get(page).status_code == 200
    assert state(luis) == State.OFFERED
    client.post(page, {"act": act})

    assert state(luis) == left


def test_her_notes_are_hers_to_change(row: ShiftDate) -> None:
    (ana,) = on_the_list(row, "Ana")
    page = open_page(ana).removeprefix("http://localhost:8000")

    CommittingClient().post(page, {"act": "change", "notes": "Llego 10 minutos tarde\x00"})

    ana.refresh_from_db()
    assert ana.notes == "Llego 10 minutos tarde"


def test_a_wrong_secret_opens_nothing(row: ShiftDate, client: Any) -> None:
    assert client.get("/es/mis-inscripciones/nothing-here/").status_code == 404


def test_somebody_under_eighteen_who_waited_still_needs_a_parent(row: ShiftDate, clock: Any) -> None:
    (ana,) = on_the_list(row, "Ana")
    teen = somebody("Luz", "luz@example.org", age_band="teen")
    luz = sign_up(row, teen, guardian_name="Rosa", guardian_reach="rosa@example.org")
    release(ana)

    accept(luz.pk)

    assert state(luz) == State.CONSENT
    assert letters("signup_guardian") == ["rosa@example.org"]
    clock.shift(timedelta(hours=73))
    pass_on_expired()
    assert state(luz) == State.EXPIRED
