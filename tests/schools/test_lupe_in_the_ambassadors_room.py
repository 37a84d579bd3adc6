"""The ambassadors' room: Lupe finds her times, trainings, meetings and ideas there; nobody else finds anything."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.models import User
from directory.office import ensure_groups_and_workflow
from home.tree import Rooms
from schools.appointing import end
from schools.calendar import today
from schools.models import Appointment, Presence
from schools.room.models import Idea, TeamMeeting, Training
from search.indexer import rebuild
from tests.the_schools import appointed, in_spanish, make_school

pytestmark = pytest.mark.django_db
RARE = "Zarzamora"
Enter = Callable[[str], Client]


@pytest.fixture
def lupes(rooms: dict[str, Rooms]) -> Appointment:
    ensure_groups_and_workflow()
    account = User.objects.create_user("lupe", "lupe@example.org")
    return appointed(make_school(rooms), of={"account": account})


@pytest.fixture
def enter(lupes: Appointment) -> Enter:
    def sign_in(name: str) -> Client:
        user, _created = User.objects.get_or_create(username=name, defaults={"email": f"{name}@example.org"})
        if name == "carmen":
            user.groups.set([Group.objects.get(name="Ambassador coordinators")])
        if name == "ex":
            user.groups.set([Group.objects.get(name="Ambassadors")])
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def meeting(lupes: Appointment) -> TeamMeeting:
    Training.objects.create(name={"en": f"{RARE} training", "es": f"Curso {RARE}"}, hours=2)
    Idea.objects.create(text=f"{RARE} idea", language="en", raised_by="Lupe")
    words = {"en": f"{RARE} notes", "es": f"Notas {RARE}"}
    return TeamMeeting.objects.create(name=words, notes=words, starts_at=timezone.now())


def test_lupe_lands_among_her_requests_and_finds_the_room_from_there(lupes: Appointment, settings) -> None:
    settings.STAFF_MFA_REQUIRED = False
    account = lupes.person.account
    account.set_password("a-long-secret-of-lupe")
    account.save()
    browser = Client()

    landed = browser.post(reverse("account_login"), {"login": "lupe", "password": "a-long-secret-of-lupe"}, follow=True)

    assert landed.redirect_chain[-1][0] == reverse("desk")
    assert reverse("room_times") in landed.content.decode()
    assert reverse("wagtailadmin_home") not in landed.content.decode()
    for page in ("/admin/", reverse("room_times")):
        assert reverse("desk") in browser.get(page).content.decode()


def addresses(meeting: TeamMeeting, appointment: Appointment, language: str = "en") -> list[str]:
    with override(language):
        return [
            reverse("room_times"),
            reverse("room_change_times", args=[appointment.pk]),
            reverse("room_trainings"),
            reverse("room_meetings"),
            reverse("room_meeting", args=[meeting.pk]),
            reverse("room_ideas"),
        ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_lupe_enters_every_part_of_the_room(
    language: str, enter: Enter, meeting: TeamMeeting, lupes: Appointment
) -> None:
    desk = enter("lupe")

    for address in addresses(meeting, lupes, language):
        response = desk.get(address)
        assert response.status_code == 200, address
        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]


def test_nobody_else_enters(ana: Client, enter: Enter, meeting: TeamMeeting, lupes: Appointment) -> None:
    move = reverse("room_move_idea", args=[Idea.objects.get().pk])
    elena = enter("elena")

    for address in [*addresses(meeting, lupes), move]:
        assert "/login/" in ana.post(address).get("Location", "") or ana.get(address).status_code in (302, 405)
        assert elena.get(address).status_code in (404, 405), address
        assert elena.post(address).status_code == 404, address


def test_the_room_is_shut_from_the_day_after_the_last_term(
    enter: Enter, meeting: TeamMeeting, lupes: Appointment
) -> None:
    desk = enter("lupe")

    end(lupes, on=today())
    assert {desk.get(address).status_code for address in addresses(meeting, lupes)} == {200}

    end(lupes, on=today() - timedelta(days=1))
    assert {desk.get(address).status_code for address in addresses(meeting, lupes)} == {404}


def test_the_second_factor_is_asked_for_where_staff_needs_one(
    enter: Enter, meeting: TeamMeeting, lupes: Appointment, settings: object
) -> None:
    settings.STAFF_MFA_REQUIRED = True  # type: ignore[attr-defined]  # pytest-django's settings

    answers = [enter("lupe").get(address) for address in addresses(meeting, lupes)]

    assert {(answer.status_code, "totp" in answer["Location"]) for answer in answers} == {(302, True)}


def test_nothing_of_the_room_is_public(ana: Client, meeting: TeamMeeting) -> None:
    rebuild()

    for address in (
        "/en/",
        "/es/",
        "/en/schools/",
        "/en/schools/cielo-claro/",
        f"/en/search/?q={RARE}",
        f"/es/search/?q={RARE}",
        f"/en/search/suggest/?q={RARE}",
        "/sitemap.xml",
        "/sitemap-pages.xml",
    ):
        content = ana.get(address, follow=True).content.decode()
        assert "/room/" not in content, address
        for secret in (f"{RARE} notes", f"Notas {RARE}", f"{RARE} training", f"{RARE} idea"):
            assert secret not in content, address


def rows_of(*rows: dict[str, str], initial: int = 0) -> dict[str, str]:
    data = {"presences-TOTAL_FORMS": str(len(rows)), "presences-INITIAL_FORMS": str(initial)}
    return data | {f"presences-{at}-{name}": value for at, row in enumerate(rows) for name, value in row.items()}


TUESDAY = {"weekday": "1", "opens_at": "08:00", "closes_at": "10:00", "where_en": "Gate", "where_es": "Portón"}


def test_lupe_changes_her_own_times_and_nobody_elses(enter: Enter, lupes: Appointment) -> None:
    desk = enter("lupe")
    marias = appointed(lupes.school, "María")

    desk.post(reverse("room_change_times", args=[lupes.pk]), rows_of(TUESDAY, {}))
    other = desk.post(reverse("room_change_times", args=[marias.pk]), rows_of(TUESDAY))

    stored = Presence.objects.get()
    assert (stored.appointment, stored.weekday, stored.where["es"]) == (lupes, 1, "Portón")
    assert other.status_code == 404


def test_times_that_cannot_be_stay_in_the_form_and_are_not_stored(enter: Enter, lupes: Appointment) -> None:
    wrong = TUESDAY | {"closes_at": "07:00"}

    response = enter("lupe").post(reverse("room_change_times", args=[lupes.pk]), rows_of(wrong))

    assert "The end comes before the beginning." in response.content.decode()
    assert "Portón" in response.content.decode()
    assert not Presence.objects.exists()


def test_lupe_writes_down_a_training_and_her_coordinator_sees_the_hours(
    enter: Enter, meeting: TeamMeeting, lupes: Appointment
) -> None:
    address, training = reverse("room_trainings"), Training.objects.get()
    lupe = enter("lupe")

    lupe.post(address, {"training": training.pk, "on": str(today()), "hours": "2.5"})
    refused = lupe.post(address, {"training": training.pk, "on": str(today() + timedelta(days=1)), "hours": "2"})

    assert "This day has not come yet." in refused.content.decode()
    assert training.taken.get().person == lupes.person
    assert "You have 2.5 hours of training." in lupe.get(address).content.decode()
    assert "Hours of everybody" not in lupe.get(address).content.decode()
    assert "Lupe Peña: 2.5" in enter("carmen").get(address).content.decode()


def test_an_idea_is_raised_discussed_and_decided_in_this_order(enter: Enter, lupes: Appointment) -> None:
    lupe, carmen = enter("lupe"), enter("carmen")
    lupe.post("/en/room/ideas/", {"text": "Café con vecinas"})
    idea = Idea.objects.get()
    address = reverse("room_move_idea", args=[idea.pk])

    def state_after(desk: Client, **sent: str) -> str:
        desk.post(address, sent)
        idea.refresh_from_db()
        return idea.state

    assert (idea.raised_by, idea.state) == ("Lupe Peña", "raised")
    assert state_after(lupe, to="discussed") == "raised"
    assert state_after(carmen, to="decided", outcome="Yes") == "raised"
    assert state_after(carmen, to="discussed") == "discussed"
    assert state_after(carmen, to="decided", outcome=" ") == "discussed"
    assert state_after(carmen, to="decided", outcome="Yes, on Mondays") == "decided"
    assert state_after(carmen, to="raised") == "decided"
    assert "Yes, on Mondays" in lupe.get("/en/room/ideas/").content.decode()


def test_the_office_keeps_trainings_and_meetings_in_the_admin_and_ambassadors_do_not(
    enter: Enter, meeting: TeamMeeting
) -> None:
    for model in ("training", "teammeeting", "idea"):
        address = reverse(f"wagtailsnippets_room_{model}:list")
        assert enter("carmen").get(address).status_code == 200
        assert enter("lupe").get(address).status_code in (302, 403)
        assert enter("ex").get(address).status_code in (302, 403)


def test_the_room_names_the_school_in_the_readers_language(
    enter: Enter, lupes: Appointment, rooms: dict[str, Rooms]
) -> None:
    in_spanish(lupes.school, rooms, "Escuela Cielo Claro")

    with override("es"):
        assert "Escuela Cielo Claro" in enter("lupe").get(reverse("room_times")).content.decode()
