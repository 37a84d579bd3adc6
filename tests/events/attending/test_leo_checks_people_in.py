"""The door on the day: who is here, who has left, who walks in, and whose place is given up."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import User
from events.attending.assuming import assume
from events.attending.models import Attendance, Tap
from events.attending.scanning import scan_address
from events.attending.walk_ins import came_after_all, did_not_come, walk_in
from events.signups.models import ShiftDate, SignUp, State
from home.tree import Rooms
from tests.the_events import shift_date, sign_up, somebody

Tree = dict[str, Rooms]


@pytest.fixture
def row(rooms: Tree) -> ShiftDate:
    return shift_date(rooms, places=1)


@pytest.fixture
def here(row: ShiftDate) -> SignUp:
    signed: SignUp = sign_up(row, somebody())
    return signed


@pytest.fixture
def day(row: ShiftDate, here: SignUp) -> Iterator[time_machine.Traveller]:
    """Ten minutes after the beginning."""
    with time_machine.travel(row.starts_at + timedelta(minutes=10), tick=False) as traveller:
        yield traveller


@pytest.fixture
def olga(office: Client) -> User:
    return User.objects.get(username="olga")


def tapped(client: Client, sign_up: SignUp, act: str, *, key: object = None, ago: int = 0) -> dict[str, str]:
    form = {"sign_up": sign_up.pk, "act": act, "key": key or uuid4(), "ago": ago}
    answer: dict[str, str] = client.post(reverse("event_tap"), form, headers={"accept": "application/json"}).json()
    return answer


def test_hours_lie_inside_the_shift(
    office: Client, row: ShiftDate, here: SignUp, day: time_machine.Traveller, olga: User
) -> None:
    day.move_to(row.starts_at - timedelta(minutes=20))
    tapped(office, here, "came")
    day.move_to(row.over_at + timedelta(minutes=30))

    tapped(office, here, "left")

    assert Attendance.objects.get().minutes == 180


def test_a_tap_sent_twice_counts_once(office: Client, here: SignUp, day: time_machine.Traveller) -> None:
    key = uuid4()
    tapped(office, here, "came", key=key)
    tapped(office, here, "undo")

    answer = tapped(office, here, "came", key=key)

    assert answer == {"came": "", "left": ""}
    assert Tap.objects.count() == 2


def test_a_kept_tap_says_how_long_ago_it_was(office: Client, here: SignUp, day: time_machine.Traveller) -> None:
    tapped(office, here, "came", ago=240)

    assert Attendance.objects.get().came_at == timezone.now() - timedelta(minutes=4)


def test_the_button_works_without_a_script(office: Client, here: SignUp, day: time_machine.Traveller) -> None:
    page = reverse("event_check_in", args=[here.shift_date.occurrence_id])
    form = {"sign_up": here.pk, "act": "came", "key": uuid4()}

    answer = office.post(reverse("event_tap"), form, follow=True)

    assert answer.redirect_chain == [(page, 302)]
    assert "9:10" in answer.content.decode()


@pytest.mark.parametrize("broken", [{"act": "gone"}, {"key": "x"}, {"sign_up": "x"}, {"sign_up": "999"}])
def test_a_broken_tap_is_not_found(
    office: Client, here: SignUp, day: time_machine.Traveller, broken: dict[str, str]
) -> None:
    form = {"sign_up": here.pk, "act": "came", "key": uuid4(), **broken}

    assert office.post(reverse("event_tap"), form).status_code == 404


def test_nobody_leaves_who_has_not_come(office: Client, here: SignUp, day: time_machine.Traveller) -> None:
    assert "refused" in tapped(office, here, "left")
    assert not Attendance.objects.exists()


def test_no_check_in_days_before(office: Client, here: SignUp) -> None:
    assert "refused" in tapped(office, here, "came")


def test_whoever_was_not_checked_out_stayed_to_the_end_as_assumed(
    office: Client, row: ShiftDate, here: SignUp, day: time_machine.Traveller
) -> None:
    tapped(office, here, "came")
    day.move_to(row.over_at + timedelta(minutes=61))

    assume()

    attendance = Attendance.objects.get()
    assert (attendance.minutes, attendance.assumed) == (170, True)
    tapped(office, here, "left", ago=91 * 60)
    attendance.refresh_from_db()
    assert (attendance.minutes, attendance.assumed) == (140, False)


def test_a_code_opens_a_page_for_staff_alone(office: Client, here: SignUp, day: time_machine.Traveller) -> None:
    path = scan_address(here).split("//")[1].partition("/")[2]

    assert "Ana Peña" in office.get(f"/{path}").content.decode()
    assert Client().get(f"/{path}").status_code == 302
    assert not Attendance.objects.exists()


def test_a_full_shift_takes_no_walk_in(row: ShiftDate, day: time_machine.Traveller, olga: User) -> None:
    with pytest.raises(ValidationError):
        walk_in(row.pk, somebody("Luis", "luis@example.org"), consented=False, by=olga)

    row.refresh_from_db()
    assert row.taken == 1


def test_the_place_of_who_did_not_come_is_given_after_a_quarter_of_an_hour(
    row: ShiftDate, here: SignUp, day: time_machine.Traveller, olga: User
) -> None:
    with pytest.raises(ValidationError):
        did_not_come(here, by=olga)
    day.shift(timedelta(minutes=5))
    did_not_come(here, by=olga)

    walked = walk_in(row.pk, somebody("Luis", "luis@example.org"), consented=False, by=olga)

    assert (walked.state, walked.attendance.came_at) == (State.CONFIRMED, timezone.now())
    with pytest.raises(ValidationError):
        came_after_all(here)


def test_a_minor_walks_in_with_a_parent_alone(rooms: Tree, olga: User) -> None:
    free = shift_date(rooms, places=2)
    teen = somebody("Luz", "luz@example.org", age_band="teen")
    with time_machine.travel(free.starts_at, tick=False):
        with pytest.raises(ValidationError):
            walk_in(free.pk, teen, consented=False, by=olga)

        assert walk_in(free.pk, teen, consented=True, by=olga).consented_at is not None


def test_the_code_is_drawn_for_who_has_a_place(here: SignUp) -> None:
    drawn = Template("{% load door %}{% door_code sign_up %}")
    assert "<svg" in drawn.render(Context({"sign_up": here}))

    here.state = State.WAITING

    assert not drawn.render(Context({"sign_up": here})).strip()
