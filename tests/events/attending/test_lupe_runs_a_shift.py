"""Lupe, an ambassador, looks after an event of her school: who comes, who is here, and for how long."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from core.models import OutgoingMail, User
from events.attending.hours import check_in, check_out, end_forgotten, undo
from events.attending.models import Attendance, HoursTotal
from events.attending.retention import forget_volunteers
from events.attending.school_year import school_year
from events.signups.models import ShiftDate, SignUp, State
from events.volunteers.models import Clearance, ClearanceTier, Volunteer
from home.tree import Rooms
from schools.models import SchoolPage
from tests.committing import CommittingClient
from tests.filling import filled
from tests.the_events import a_shift, make_event, shift_date, sign_up, somebody
from tests.the_schools import appointed, make_school


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Any:
    settings.STAFF_MFA_REQUIRED = False
    with time_machine.travel("2026-12-01T18:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def school(rooms: dict[str, Rooms]) -> SchoolPage:
    return make_school(rooms)


def account_of(name: str) -> User:
    return User.objects.create_user(name, f"{name}@example.org", "correct-horse-battery")


def signed_in(account: User) -> CommittingClient:
    client = CommittingClient()
    client.force_login(account)
    return client


@pytest.fixture
def lupe(school: SchoolPage) -> CommittingClient:
    account = account_of("lupe")
    appointed(school, of={"account": account})
    return signed_in(account)


@pytest.fixture
def row(school: SchoolPage) -> ShiftDate:
    event = make_event(school, "Garden day", shifts=[a_shift(3)])
    return ShiftDate.objects.whole().get(occurrence__event=event)


def roster_of(row: ShiftDate) -> str:
    return reverse("event_roster", args=[row.occurrence_id])


def act(client: CommittingClient, sign_up: SignUp, name: str, **values: str) -> Any:
    return client.post(reverse("event_act", args=[sign_up.pk, name]), values, follow=True)


def test_she_sees_who_comes_to_her_school(lupe: CommittingClient, row: ShiftDate) -> None:
    sign_up(row, somebody("Rosa Díaz", "831 555 0100"), notes="Con silla de ruedas", children=2)

    page = lupe.get(roster_of(row)).content.decode()

    assert "Garden day" in lupe.get(reverse("event_desk")).content.decode()
    for words in ("Rosa Díaz", "tel:8315550100", "Con silla de ruedas", "2 children in child care"):
        assert words in page


def test_of_other_schools_she_sees_nothing(lupe: CommittingClient, rooms: dict[str, Rooms]) -> None:
    other = shift_date(rooms, event={"title": "Elsewhere"})
    ana = sign_up(other, somebody())

    assert lupe.get(roster_of(other)).status_code == 404
    assert lupe.get(f"/en/event-desk/{other.occurrence_id}/roster.csv").status_code == 404
    assert act(lupe, ana, "cancel").status_code == 404
    assert lupe.post(reverse("event_slip", args=[ana.pk])).status_code == 404
    assert "Elsewhere" not in lupe.get(reverse("event_desk")).content.decode()


def test_strangers_are_led_to_the_door_and_others_find_nothing(client: Any, row: ShiftDate) -> None:
    assert client.get(roster_of(row)).status_code == 302
    assert signed_in(account_of("marco")).get(roster_of(row)).status_code == 404


def test_the_office_sees_all_and_a_shift_lead_the_own_shift(rooms: dict[str, Rooms], row: ShiftDate) -> None:
    office, lead = account_of("elena"), account_of("iris")
    office.user_permissions.add(Permission.objects.get(codename="run_all"))
    person = appointed(make_school(rooms, "Another"), "Iris", of={"account": lead}).person
    ShiftDate.objects.filter(pk=row.pk).update(lead=person)

    assert signed_in(office).get(roster_of(row)).status_code == 200
    assert signed_in(lead).get(roster_of(row)).status_code == 200


def test_she_enters_somebody_without_mail_and_prints_a_slip(lupe: CommittingClient, row: ShiftDate, clock: Any) -> None:
    address = reverse("event_enter", args=[row.pk])
    values = {"name": "Don Chuy", "reach": "831 555 0177", "age_band": "adult", "written_in": "es"}

    lupe.post(address, filled(lupe, clock, address, values))

    made = SignUp.objects.get()
    assert (made.state, made.entered_by.username, made.language) == (State.CONFIRMED, "lupe", "es")
    slip = reverse("event_slip", args=[made.pk])
    assert "my-sign-ups" not in lupe.get(slip).content.decode()
    page = lupe.post(slip).content.decode()
    assert "mis-inscripciones/" in page
    assert 'lang="es"' in page


def test_two_shifts_at_once_need_a_reason(
    lupe: CommittingClient, row: ShiftDate, school: SchoolPage, clock: Any
) -> None:
    sign_up(row, somebody("Don Chuy", "831 555 0177"))
    event = make_event(school, "Reading hour", shifts=[a_shift(3)])
    address = reverse("event_enter", args=[ShiftDate.objects.get(occurrence__event=event).pk])
    values = {"name": "Don Chuy", "reach": "831 555 0177", "age_band": "adult", "written_in": "es"}

    refused = lupe.post(address, filled(lupe, clock, address, values)).content.decode()
    assert "Garden day" in refused
    lupe.post(address, filled(lupe, clock, address, {**values, "override_reason": "Both are next door"}))

    assert SignUp.objects.filter(override_reason="Both are next door", state=State.CONFIRMED).exists()


def test_she_takes_somebody_off_the_list_and_the_next_is_asked(lupe: CommittingClient, row: ShiftDate) -> None:
    people = [sign_up(row, somebody(name, f"{name}@example.org")) for name in ("ana", "luis", "rosa", "pepe")]

    act(lupe, people[0], "cancel")

    states = [SignUp.objects.get(pk=each.pk).state for each in people]
    assert states == [State.CANCELLED, State.CONFIRMED, State.CONFIRMED, State.OFFERED]


def test_a_parents_yes_is_written_down(lupe: CommittingClient, row: ShiftDate) -> None:
    ana = sign_up(row, somebody(age_band="teen"), guardian_name="Rosa", guardian_reach="831 555 0100")

    act(lupe, ana, "consent")

    ana.refresh_from_db()
    assert (ana.state, ana.consented_at is not None) == (State.CONFIRMED, True)


def test_a_check_is_noted_with_its_end_and_nothing_else(lupe: CommittingClient, school: SchoolPage) -> None:
    words = {"en": "Visitor check", "es": "Revisión"}
    tier = ClearanceTier.objects.create(name=words, level=1, steps=words, cost=words, takes=words, lasts_months=12)
    event = make_event(school, shifts=[a_shift(3, tier=tier)])
    ana = sign_up(ShiftDate.objects.get(occurrence__event=event), somebody())

    act(lupe, ana, "check", tier=str(tier.pk), done_on="2026-11-30")

    noted = Clearance.objects.get()
    assert (str(noted.expires_on), noted.checked_by.username) == ("2027-11-30", "lupe")
    ana.refresh_from_db()
    assert ana.state == State.CONFIRMED


@pytest.mark.parametrize("wrong", [{}, {"tier": "x", "done_on": "2026-11-30"}, {"tier": "1", "done_on": "2027-99-99"}])
def test_a_check_without_a_day_is_refused(lupe: CommittingClient, row: ShiftDate, wrong: dict[str, str]) -> None:
    assert act(lupe, sign_up(row, somebody()), "check", **wrong).status_code == 200
    assert not Clearance.objects.exists()


def test_a_spreadsheet_takes_no_formula_from_a_name(lupe: CommittingClient, row: ShiftDate) -> None:
    sign_up(row, somebody("=cmd()", "ana@example.org"))

    sheet = lupe.get(f"/en/event-desk/{row.occurrence_id}/roster.csv").content.decode()

    assert "'=cmd()" in sheet


def press(client: CommittingClient, sign_up: SignUp, **values: str) -> Any:
    address = reverse("event_tap", args=[sign_up.shift_date.occurrence_id])
    return client.post(address, {"sign_up": str(sign_up.pk), **values}, headers={"accept": "application/json"})


def test_a_tap_that_is_sent_again_counts_once(lupe: CommittingClient, row: ShiftDate, clock: Any) -> None:
    ana = sign_up(row, somebody())
    clock.move_to(row.starts_at)
    at = timezone.now().isoformat()

    press(lupe, ana, act="came", tap="a1", at=at)
    press(lupe, ana, act="undo", tap="a2")
    press(lupe, ana, act="came", tap="a1", at=at)

    assert not Attendance.objects.exists()


def test_a_tap_from_a_dead_signal_has_the_time_it_was_pressed(
    lupe: CommittingClient, row: ShiftDate, clock: Any
) -> None:
    ana = sign_up(row, somebody())
    clock.move_to(row.starts_at + timedelta(hours=2))
    pressed = row.starts_at + timedelta(minutes=5)

    press(lupe, ana, act="came", tap="a1", at=pressed.isoformat())

    assert Attendance.objects.get().came_at == pressed


@pytest.mark.parametrize(
    "values", [{"act": "x"}, {"act": "came", "at": "nonsense"}, {"act": "came", "at": "1999-01-01"}]
)
def test_broken_taps_break_nothing(lupe: CommittingClient, row: ShiftDate, values: dict[str, str]) -> None:
    assert press(lupe, sign_up(row, somebody()), **values).status_code == 200


def test_who_is_not_on_the_list_is_named(lupe: CommittingClient, row: ShiftDate) -> None:
    waiting = sign_up(row, somebody())
    SignUp.objects.filter(pk=waiting.pk).update(state=State.WAITING)
    waiting.refresh_from_db()

    assert "Ana Peña" in press(lupe, waiting, act="came").json()["refusal"]


def test_hours_count_within_the_shift_alone(row: ShiftDate) -> None:
    ana = sign_up(row, somebody())
    check_in(ana, None, row.starts_at - timedelta(minutes=30))
    check_out(ana, row.ends_at + timedelta(minutes=40))

    assert Attendance.objects.get().minutes == 180


def test_a_forgotten_goodbye_ends_with_the_shift_and_says_so(row: ShiftDate, clock: Any) -> None:
    ana = sign_up(row, somebody())
    check_in(ana, None, row.starts_at + timedelta(minutes=60))
    clock.move_to(row.ends_at + timedelta(minutes=1))

    end_forgotten()

    attendance = Attendance.objects.get()
    assert (attendance.left_at, attendance.is_assumed, attendance.minutes) == (row.ends_at, True, 120)


def test_undo_takes_back_the_last(row: ShiftDate, clock: Any) -> None:
    ana = sign_up(row, somebody())
    clock.move_to(row.ends_at)
    check_in(ana, None)
    check_out(ana)

    undo(ana)
    assert Attendance.objects.get().left_at is None
    undo(ana)
    assert not Attendance.objects.exists()


def test_after_a_school_year_and_ninety_days_only_totals_stay(row: ShiftDate, clock: Any) -> None:
    ana = sign_up(row, somebody())
    check_in(ana, None, row.starts_at)
    check_out(ana, row.ends_at)
    clock.move_to("2027-09-28T18:00:00Z")
    forget_volunteers()
    assert Volunteer.objects.exists()

    clock.move_to("2027-09-30T18:00:00Z")
    forget_volunteers()

    assert not Volunteer.objects.exists()
    assert not OutgoingMail.objects.exclude(to="").exists()
    total = HoursTotal.objects.get()
    assert (total.school, total.people, total.minutes) == ("Cielo Claro", 1, 180)


def test_who_came_again_later_is_kept(row: ShiftDate, school: SchoolPage, clock: Any) -> None:
    ana = somebody()
    sign_up(row, ana)
    clock.move_to("2027-09-20T18:00:00Z")
    later = make_event(school, "Second", shifts=[a_shift()])
    sign_up(ShiftDate.objects.get(occurrence__event=later), ana)

    clock.move_to("2027-10-10T18:00:00Z")
    forget_volunteers()

    assert Volunteer.objects.get() == ana


def test_a_school_year_begins_as_the_setting_says(settings: Any) -> None:
    day = timezone.localdate()
    assert [str(each) for each in school_year(day)] == ["2026-07-01", "2027-07-01"]

    settings.SCHOOL_YEAR_BEGINS = "nonsense"
    assert str(school_year(day)[0]) == "2026-07-01"
