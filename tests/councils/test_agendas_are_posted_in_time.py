"""When an agenda has to be public, and what is said when it was not."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from core.uploads import checked
from home.tree import Rooms
from schools.councils.models import AgendaPosting, MeetingPage
from schools.councils.notice import Notice
from schools.councils.public.meetings import agenda_in_words
from schools.pairs.pairing import put_file
from tests.pairs import a_document
from tests.papers import a_pdf, upload
from tests.the_councils import make_council, make_meeting
from tests.the_schools import make_school

STARTS = datetime(2026, 12, 10, 18, tzinfo=UTC)
DUE = STARTS - timedelta(hours=72)


@pytest.mark.parametrize(
    ("posted", "late", "short"),
    [
        (DUE - timedelta(hours=1), False, 0),
        (DUE, False, 0),
        (DUE + timedelta(minutes=1), True, 1),
        (DUE + timedelta(hours=20), True, 20),
        (STARTS + timedelta(days=3), True, 72),
    ],
)
def test_the_hours_are_counted_to_the_minute(posted: datetime, late: bool, short: int) -> None:
    notice = Notice(STARTS, 72, posted)

    assert (notice.is_late(STARTS), notice.hours_short(STARTS)) == (late, short)


@pytest.mark.parametrize(
    ("posted", "now", "english"),
    [
        (None, DUE - timedelta(hours=1), "The agenda will be here by"),
        (None, DUE + timedelta(hours=1), "The agenda is late. It was due on"),
        (None, STARTS + timedelta(hours=5), "No agenda was posted here."),
        (DUE, STARTS, "Agenda posted on"),
        (DUE + timedelta(hours=2), STARTS, "2 hours less notice than promised"),
        (DUE + timedelta(minutes=2), STARTS, "1 hour less notice than promised"),
    ],
)
def test_families_read_what_became_of_the_agenda(posted: datetime | None, now: datetime, english: str) -> None:
    with override("en"):
        assert english in agenda_in_words(Notice(STARTS, 72, posted), now, is_over=now > STARTS)


@pytest.mark.django_db
def test_the_first_public_moment_is_kept_whatever_is_changed_later(rooms: dict[str, Rooms]) -> None:
    meeting = make_meeting(make_council(rooms["en"].home), agenda=a_document(files="en"))
    first = AgendaPosting.objects.get(meeting=meeting).posted_at

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        put_file(meeting.agenda, "es", checked(upload("agenda.pdf", a_pdf())))
        meeting.save_revision().publish()

    assert AgendaPosting.objects.get(meeting=meeting).posted_at == first


@pytest.mark.django_db
def test_a_promise_a_private_paper_and_a_draft_are_no_posting(rooms: dict[str, Rooms]) -> None:
    council = make_council(rooms["en"].home)
    promised, private = a_document(files=""), a_document(is_private=True)
    make_meeting(council, "One", agenda=promised)
    make_meeting(council, "Two", agenda=private)
    draft = MeetingPage(title="Three", starts_at=STARTS, agenda=a_document(), live=False)
    council.add_child(instance=draft)
    assert not AgendaPosting.objects.exists()

    put_file(promised, "en", checked(upload("agenda.pdf", a_pdf())))
    private.is_private = False
    private.save()
    draft.save_revision().publish()

    assert AgendaPosting.objects.count() == 3


@pytest.mark.django_db
def test_a_late_agenda_is_marked_for_everyone(ana: Client, rooms: dict[str, Rooms]) -> None:
    council = make_council(make_school(rooms), notice_hours=72)
    make_meeting(council, in_hours=52.5, agenda=a_document())

    page = ana.get(council.url).content.decode()

    assert "20 hours less notice than promised" in page


@pytest.mark.django_db
def test_staff_see_the_hours_that_are_left(signed_in: object, rooms: dict[str, Rooms]) -> None:
    council = make_council(make_school(rooms))
    make_meeting(council, "December meeting", in_hours=72.5 + 6)
    make_meeting(council, "Off", in_hours=200, is_cancelled=True, cancelled_because={"en": "Storm", "es": "Tormenta"})
    elena = signed_in("elena")  # type: ignore[operator]  # a fixture

    report, home = (elena.get(url).content.decode() for url in ("/admin/reports/meetings/", "/admin/"))

    assert "December meeting" in report and "6 hours left" in report and ">Off<" not in report
    assert "6 hours left" in home
