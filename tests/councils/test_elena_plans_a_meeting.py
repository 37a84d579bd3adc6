"""Elena writes the pages of a council and its meetings in the admin."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from home.tree import Rooms
from schools.councils.models import CouncilPage, MeetingPage
from tests.admin.forms import filled_form
from tests.pairs import a_document
from tests.the_councils import make_council
from tests.the_schools import make_school

pytestmark = pytest.mark.django_db


def test_a_council_with_a_member_and_an_answer(signed_in: Any, rooms: dict[str, Rooms]) -> None:
    elena, school = signed_in("elena"), make_school(rooms)
    url = f"/admin/pages/add/councils/councilpage/{school.pk}/"
    form = filled_form(elena, url)
    form |= {"title": "Site council", "slug": "site-council", "kind": "site", "action-publish": "1"}
    form |= {"purpose": "null", "members-TOTAL_FORMS": "1", "said_and_done-TOTAL_FORMS": "1"}
    form |= {"members-0-name": "Rosa", "members-0-role_en": "Chair", "members-0-role_es": "Presidenta"}
    form |= {f"said_and_done-0-{name}": text for name, text in ANSWER.items()}

    answer = elena.post(url, form)

    assert answer.status_code == 302, answer.context["form"].errors
    council = CouncilPage.objects.get()
    assert council.members.get().role == {"en": "Chair", "es": "Presidenta"}
    assert council.said_and_done.get().you_said["es"] == "Está oscuro"


ANSWER = {
    "you_said_en": "It is dark",
    "you_said_es": "Está oscuro",
    "we_did_en": "A lamp",
    "we_did_es": "Una lámpara",
    "on": "2026-10-01",
}


def test_a_meeting_with_its_agenda(signed_in: Any, rooms: dict[str, Rooms]) -> None:
    elena, council, agenda = signed_in("elena"), make_council(make_school(rooms)), a_document()
    url = f"/admin/pages/add/councils/meetingpage/{council.pk}/"
    form = filled_form(elena, url)
    starts = (timezone.localtime() + timedelta(days=9)).strftime("%Y-%m-%d 17:30")
    form |= {"title": "December", "slug": "december", "starts_at": starts, "agenda": str(agenda.pk)}

    answer = elena.post(url, {**form, "about": "null", "came_of_it": "null", "action-publish": "1"})

    assert answer.status_code == 302, answer.context["form"].errors
    meeting = MeetingPage.objects.get()
    assert meeting.agenda == agenda and meeting.posting
    assert elena.get(f"/admin/pages/{meeting.pk}/edit/").status_code == 200
