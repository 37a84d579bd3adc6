"""Ana wants to join a council: a short form, read by those who edit the council's page, and forgotten in time."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupPagePermission

from core.models import OutgoingMail, User
from home.tree import Rooms
from schools.councils.joining import purge
from schools.councils.models import CouncilPage, JoinInterest
from schools.pairs.models import DocumentPair
from tests.pairs import a_document
from tests.the_councils import council_in_spanish, make_council, make_meeting
from tests.the_schools import in_spanish, make_school

pytestmark = pytest.mark.django_db

WRITTEN = {"name": "Ana Peña", "reach": "(831) 555-0177", "language": "es", "why": "¿Dónde ayudo?"}


@pytest.fixture(autouse=True)
def fresh_counts() -> None:
    cache.clear()


def send(ana: Client, url: str, **changed: str) -> Any:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        html = ana.get(url).content.decode()
        hidden = dict(re.findall(r'<input type="hidden"\s+name="(\w+)"\s+value="([^"]+)"', html))
        clock.shift(timedelta(seconds=30))
        return ana.post(url, {**hidden, "homepage": "", **WRITTEN, **changed})


def site_editor(name: str, *pages: Any) -> Client:
    """Somebody with rights to the pages of one school, and to papers."""
    group = Group.objects.create(name=f"Editors {name}")
    rights = ["access_admin", "add_documentpair", "change_documentpair", "view_documentpair"]
    group.permissions.set(Permission.objects.filter(codename__in=rights))
    for page in pages:
        for codename in ("add_page", "change_page", "publish_page"):
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = User.objects.create_user(name, f"{name}@example.org", "correct-horse")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def wish(council: CouncilPage, name: str = "Ana Peña", **values: Any) -> JoinInterest:
    reference = f"J-{JoinInterest.objects.count():07}"
    return JoinInterest.objects.create(
        **{"council": council, "reference": reference, "name": name, "reach": "555", "language": "es", **values}
    )


def test_ana_is_given_a_reference_and_nothing_personal_in_the_address(ana: Client, rooms: dict[str, Rooms]) -> None:
    council = make_council(rooms["en"].home)

    answer = send(ana, f"{council.url}join/")

    interest = JoinInterest.objects.get()
    assert (interest.name, interest.reach, interest.council_id) == ("Ana Peña", "(831) 555-0177", council.pk)
    assert answer.status_code == 302 and "Ana" not in answer["Location"]
    assert interest.reference in ana.get(answer["Location"]).content.decode()


def test_the_council_hears_of_it_by_a_mail_without_anything_personal(ana: Client, rooms: dict[str, Rooms]) -> None:
    council = make_council(rooms["en"].home, email="council@example.org")

    send(ana, f"{council.url}join/")

    mail = OutgoingMail.objects.get()
    assert mail.to == "council@example.org" and "/admin/snippets/councils/joininterest/edit/" in mail.text
    assert not any(word in mail.subject + mail.text for word in ("Ana", "555-0177", "ayudo"))


def test_in_spanish_the_wish_belongs_to_the_same_council(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms)
    council = make_council(school)
    spanish = council_in_spanish(council, in_spanish(school, rooms, "Escuela"), "Consejo asesor")

    send(ana, f"{spanish.url}join/")

    assert JoinInterest.objects.get().council == council


def test_what_is_missing_is_said_and_what_was_typed_stays(ana: Client, rooms: dict[str, Rooms]) -> None:
    answer = send(ana, f"{make_council(rooms['en'].home).url}join/", reach="")

    assert answer.status_code == 200 and "¿Dónde ayudo?" in answer.content.decode()
    assert not JoinInterest.objects.exists()


def test_a_council_that_takes_nobody_has_no_form(ana: Client, rooms: dict[str, Rooms]) -> None:
    council = make_council(rooms["en"].home, takes_members=False)

    assert ana.get(f"{council.url}join/").status_code == 404
    assert "join/" not in ana.get(council.url).content.decode()


def test_editors_of_a_school_see_and_close_the_wishes_of_their_school_alone(rooms: dict[str, Rooms]) -> None:
    own_school, other_school = make_school(rooms, "Own"), make_school(rooms, "Other")
    own, other = wish(make_council(own_school), "Ana Peña"), wish(make_council(other_school), "Zoila Ruiz")
    nora, url = site_editor("nora", own_school), "/admin/snippets/councils/joininterest/"

    table = nora.get(url).content.decode()
    export = nora.get(f"{url}?export=csv").getvalue().decode()
    closed = nora.post(f"{url}edit/{own.pk}/", {**WRITTEN, "state": "closed"})

    assert "Ana Peña" in table and "Zoila" not in table
    assert own.reference in export and other.reference not in export and "Ana" not in export
    assert closed.status_code == 302 and JoinInterest.objects.get(pk=own.pk).closed_at
    for act in ("edit", "delete", "history", "usage", "inspect", "copy"):
        answer = nora.get(f"{url}{act}/{other.pk}/")
        assert answer.status_code in (302, 403, 404) and b"Zoila" not in answer.content, act
    nora.post(f"{url}delete/{other.pk}/")
    nora.post(f"/admin/bulk/councils/joininterest/delete/?id={other.pk}", {"confirm": "1"})
    assert JoinInterest.objects.filter(pk=other.pk).exists()


def test_an_editor_of_no_council_sees_no_wishes(rooms: dict[str, Rooms]) -> None:
    wish(make_council(make_school(rooms)))

    answer = site_editor("nora").get("/admin/snippets/councils/joininterest/")

    assert answer.status_code in (302, 403) and b"Ana" not in answer.content


def test_papers_of_a_meeting_are_changed_by_the_editors_of_its_school(rooms: dict[str, Rooms]) -> None:
    own_school, other_school = make_school(rooms, "Own"), make_school(rooms, "Other")
    own, other, both = a_document(), a_document(), a_document(is_private=True)
    make_meeting(make_council(own_school), agenda=own, minutes=both)
    make_meeting(make_council(other_school), agenda=other, minutes=both)
    nora = site_editor("nora", own_school)

    def edit(pair: DocumentPair) -> int:
        return nora.get(f"/admin/snippets/pairs/documentpair/edit/{pair.pk}/").status_code

    assert [edit(pair) for pair in (own, other, both)] == [200, 302, 302]


def test_ninety_days_after_closing_nothing_personal_is_left(rooms: dict[str, Rooms]) -> None:
    council, now = make_council(rooms["en"].home), timezone.now()
    old = wish(council, state="closed", closed_at=now - timedelta(days=91))
    recent = wish(council, state="closed", closed_at=now - timedelta(days=89))
    open_one = wish(council)
    left_alone = wish(council)
    JoinInterest.objects.filter(pk=left_alone.pk).update(received_at=now - timedelta(days=366))

    purge()

    old.refresh_from_db()
    assert (old.name, old.reach, old.why, old.language) == ("", "", "", "") and old.purged_at
    left_alone.refresh_from_db()
    assert not left_alone.name and left_alone.state == "new"
    for kept in (recent, open_one):
        kept.refresh_from_db()
        assert kept.name == "Ana Peña"
