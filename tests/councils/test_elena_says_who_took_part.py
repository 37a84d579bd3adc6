"""After a meeting Elena writes what came of it and how many of each role were there; families read it."""

from typing import Any

import pytest
from django.test import Client

from core.locales import locale_id
from home.tree import Rooms
from schools.councils.models import MeetingPage, TookPart
from tests.admin.forms import filled_form
from tests.the_councils import council_in_spanish, make_council, make_meeting

pytestmark = pytest.mark.django_db
PARENTS = {"en": "Parents", "es": "Mamás y papás"}
STUDENTS = {"en": "Students", "es": "Estudiantes"}


def test_she_counts_roles_in_the_admin(signed_in: Any, rooms: dict[str, Rooms]) -> None:
    elena, meeting = signed_in("elena"), make_meeting(make_council(rooms["en"].home), in_hours=-48)
    form = filled_form(elena, f"/admin/pages/{meeting.pk}/edit/")
    form |= {"about": "null", "came_of_it": "null", "took_part-TOTAL_FORMS": "1", "action-publish": "1"}
    form |= {"took_part-0-role_en": "Parents", "took_part-0-role_es": "Mamás y papás", "took_part-0-people": "14"}

    answer = elena.post(f"/admin/pages/{meeting.pk}/edit/", form)

    assert answer.status_code == 302, answer.context["form"].errors
    assert TookPart.objects.get().role == PARENTS


def test_nobody_of_a_role_is_not_a_row(signed_in: Any, rooms: dict[str, Rooms]) -> None:
    elena, meeting = signed_in("elena"), make_meeting(make_council(rooms["en"].home), in_hours=-48)
    form = filled_form(elena, f"/admin/pages/{meeting.pk}/edit/")
    form |= {"about": "null", "came_of_it": "null", "took_part-TOTAL_FORMS": "1", "action-publish": "1"}
    form |= {"took_part-0-role_en": "Parents", "took_part-0-role_es": "Mamás y papás", "took_part-0-people": "0"}

    answer = elena.post(f"/admin/pages/{meeting.pk}/edit/", form)

    assert answer.status_code == 200 and not TookPart.objects.exists()


def test_families_read_the_vision_and_the_roles_in_both_languages(ana: Client, rooms: dict[str, Rooms]) -> None:
    council = make_council(rooms["en"].home)
    meeting = make_meeting(council, in_hours=-48, came_of_it="<p>Every family is heard.</p>")
    TookPart.objects.create(meeting=meeting, role=PARENTS, people=14)
    TookPart.objects.create(meeting=meeting, role=STUDENTS, people=6)
    spanish = MeetingPage(title="Junta", locale_id=locale_id("es"), translation_key=meeting.translation_key)
    spanish.came_of_it = "<p>Que se escuche a cada familia.</p>"
    council_in_spanish(council, rooms["es"].home, "Consejo").add_child(instance=spanish)

    english, in_spanish = (ana.get(page.url).content.decode() for page in (meeting, spanish))

    assert "Every family is heard." in english and "Parents: 14" in english and "20 people" in english
    assert "Que se escuche a cada familia." in in_spanish and "Mamás y papás: 14" in in_spanish


def test_a_meeting_nobody_wrote_about_is_silent(ana: Client, rooms: dict[str, Rooms]) -> None:
    page = ana.get(make_meeting(make_council(rooms["en"].home), in_hours=-48).url).content.decode()

    assert "Who took part" not in page and "What came of it" not in page
