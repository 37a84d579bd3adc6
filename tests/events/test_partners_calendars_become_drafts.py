"""A partner's calendar on a real server: new events become drafts; what Elena has touched is hers."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import User
from events.importing.fetching import fetched, place_of
from events.importing.models import ImportedEvent, PartnerCalendar
from events.importing.reading import read_all_due, read_from_address
from events.models import EventPage

STRANGE = [
    "ftp://example.org/a.ics",
    "file:///etc/passwd",
    "http://me:x@example.org/",
    "a",
    "http://[",
    "http://x:99999/",
]


def an_event(uid="r1", title="Reading with Peña", **lines):
    usual = {"DTSTART": "20260901T160000", "DTEND": "20260901T180000", "RRULE": "FREQ=WEEKLY", "LOCATION": "Room 5"}
    body = "\n".join(f"{name}:{value}" for name, value in (usual | lines).items() if value)
    return f"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{title}\n{body}\nEND:VEVENT\n"


def a_calendar(*events):
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{''.join(events)}END:VCALENDAR\n".encode()


class Server:
    """Answers each path with what the test has put there: content, or where else to go."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.detours: dict[str, str] = {}
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if detour := outer.detours.get(self.path):
                    self.send_response(302)
                    self.send_header("Location", detour)
                    self.end_headers()
                    return
                content = outer.pages.get(self.path)
                self.send_response(200 if content is not None else 404)
                self.end_headers()
                self.wfile.write(content or b"")

            def log_message(self, *_args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def server(settings) -> Iterator[Server]:
    settings.FETCH_FROM_INSIDE = True
    partner = Server()
    yield partner
    partner.server.shutdown()
    partner.server.server_close()


@pytest.fixture
def calendar(db, server):
    with time_machine.travel("2026-08-20 12:00Z", tick=False):
        yield PartnerCalendar.objects.create(title="Library", address=f"{server.address}/all.ics")


def read(server, calendar, *events):
    server.pages["/all.ics"] = a_calendar(*events)
    return read_from_address(calendar)


def test_a_new_event_becomes_a_draft_with_its_facts(server, calendar):
    assert read(server, calendar, an_event(DESCRIPTION="Bring <b>nothing</b> & come", EXDATE="20260908T160000")) == []

    page = EventPage.objects.get()
    assert (page.title, page.live, page.kind) == ("Reading with Peña", False, "workshop")
    assert (str(page.first_day), page.rule, page.place["es"]) == ("2026-09-01", "FREQ=WEEKLY", "Room 5")
    assert page.about == "<p>Bring nothing &amp; come</p>"
    assert [row.kind for row in page.get_latest_revision_as_object().changed_dates.all()] == ["skipped"]
    assert page.get_latest_revision_as_object().full_clean() is None


def test_a_draft_nobody_touched_follows_the_partner(server, calendar):
    read(server, calendar, an_event(EXDATE="20260908T160000"))
    read(server, calendar, an_event(title="Reading aloud", EXDATE="20260915T160000"))

    page = EventPage.objects.get().get_latest_revision_as_object()
    assert page.title == EventPage.objects.get().title == "Reading aloud"
    assert [str(row.day) for row in page.changed_dates.all()] == ["2026-09-15"]
    assert ImportedEvent.objects.get().state == "draft"


def test_reading_the_same_again_changes_nothing(server, calendar):
    read(server, calendar, an_event())
    before = EventPage.objects.get().latest_revision_id
    read(server, calendar, an_event())

    assert EventPage.objects.get().latest_revision_id == before


def test_what_elena_published_stays_as_it_is_and_the_change_is_listed(server, calendar):
    read(server, calendar, an_event())
    EventPage.objects.get().get_latest_revision().publish()
    read(server, calendar, an_event(title="Reading aloud"))

    assert EventPage.objects.get().title == "Reading with Peña"
    assert ImportedEvent.objects.get().state == "changed"


def test_a_draft_that_elena_wrote_in_stays_hers(server, calendar):
    read(server, calendar, an_event())
    page = EventPage.objects.get()
    page.title = "Reading for parents"
    page.save_revision(user=User.objects.create_user("elena"))
    read(server, calendar, an_event(title="Reading aloud"))

    assert EventPage.objects.get().get_latest_revision_as_object().title == "Reading for parents"
    assert ImportedEvent.objects.get().state == "changed"


def test_what_was_deleted_here_does_not_come_back(server, calendar):
    read(server, calendar, an_event())
    EventPage.objects.get().delete()
    read(server, calendar, an_event(title="Reading aloud"))

    assert not EventPage.objects.exists()


def test_what_the_partner_dropped_or_cancelled_is_listed_and_can_return(server, calendar):
    read(server, calendar, an_event("r1"), an_event("r2", "Art"))
    read(server, calendar, an_event("r2", "Art", STATUS="CANCELLED"))
    assert {row.state for row in ImportedEvent.objects.all()} == {"gone"}
    assert EventPage.objects.count() == 2

    read(server, calendar, an_event("r1"), an_event("r2", "Art"))
    assert {row.state for row in ImportedEvent.objects.all()} == {"draft"}


def test_what_is_over_or_cannot_be_read_makes_no_draft_and_loses_nothing(server, calendar):
    read(server, calendar, an_event("r1"))
    over = an_event("old", RRULE="", DTSTART="20250901T160000", DTEND="")
    problems = read(server, calendar, over, an_event("x", "Odd", RRULE="FREQ=HOURLY"))

    assert EventPage.objects.count() == 1
    assert ImportedEvent.objects.get().state == "draft"
    assert problems[0].startswith("“Odd”: Every day is the most")
    calendar.refresh_from_db()
    assert calendar.last_problem == problems[0]


def test_a_flood_comes_in_pieces(server, calendar, monkeypatch):
    monkeypatch.setattr("events.importing.reading.MOST_NEW", 2)
    problems = read(server, calendar, *(an_event(f"r{number}") for number in range(3)))

    assert EventPage.objects.count() == 2
    assert problems == ["1 event waits for the next reading."]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/nothing.ics", "answers with error 404"),
        ("/page.html", "not a calendar file"),
        ("/large.ics", "too large"),
        ("/round.ics", "without end"),
    ],
)
def test_what_does_not_work_is_kept_beside_the_calendar(server, calendar, path, sentence):
    server.pages |= {"/page.html": b"<html>", "/large.ics": b"x" * (6 * 1024 * 1024)}
    server.detours["/round.ics"] = "/round.ics"
    calendar.address = server.address + path
    calendar.save()
    read_all_due()

    calendar.refresh_from_db()
    assert sentence in calendar.last_problem


def test_an_address_that_moved_is_followed_and_a_calendar_is_read_every_few_hours_only(server, calendar):
    server.detours["/all.ics"] = "/new.ics"
    server.pages["/new.ics"] = a_calendar(an_event())
    read_all_due()
    server.pages["/new.ics"] = a_calendar(an_event(title="Other"))
    read_all_due()

    assert EventPage.objects.get().title == "Reading with Peña"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.8", "169.254.169.254", "[::ffff:10.0.0.1]"]
)
def test_nobody_makes_us_ask_around_in_our_own_network(settings, host):
    settings.FETCH_FROM_INSIDE = False

    with pytest.raises(ValidationError, match="not on the open internet"):
        fetched(f"http://{host}/latest/meta-data")


def test_a_detour_into_our_own_network_is_not_taken(settings, server):
    server.detours["/all.ics"] = "file:///etc/passwd"

    with pytest.raises(ValidationError, match="not an address of a calendar"):
        fetched(f"{server.address}/all.ics")


@pytest.mark.parametrize("address", STRANGE)
def test_only_addresses_of_the_web_are_taken(address):
    with pytest.raises(ValidationError):
        place_of(address)

    assert place_of("webcal://example.org/a.ics").scheme == "https"


def test_somebody_who_sends_one_letter_at_a_time_is_hung_up_on(settings, monkeypatch):
    settings.FETCH_FROM_INSIDE = True
    monkeypatch.setattr("core.outside.SECONDS_ALTOGETHER", 1)
    silent = socket.create_server(("127.0.0.1", 0))

    with silent, pytest.raises(ValidationError, match="could not be reached"):
        fetched(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_elena_sees_what_came_reads_a_file_and_settles_it(server, calendar, signed_in):
    elena = signed_in("elena")
    upload = SimpleUploadedFile("events.ics", a_calendar(an_event()))
    elena.post(reverse("events_of_partners_file", args=[calendar.pk]), {"file": upload})

    html = elena.get(reverse("events_of_partners")).content.decode()
    assert "Reading with Peña" in html
    assert reverse("wagtailadmin_pages:edit", args=[EventPage.objects.get().pk]) in html

    elena.post(reverse("events_of_partners_settled", args=[ImportedEvent.objects.get().pk]))
    assert "Reading with Peña" not in elena.get(reverse("events_of_partners")).content.decode()


def test_the_partners_calendars_can_be_added_and_read_now(server, calendar, signed_in):
    elena, server.pages["/all.ics"] = signed_in("elena"), a_calendar(an_event())
    elena.post(reverse("events_of_partners_read", args=[calendar.pk]))
    assert EventPage.objects.count() == 1

    add = reverse("wagtailsnippets_event_imports_partnercalendar:add")
    answer = elena.post(add, {"title": "Museum", "address": "ftp://example.org", "kind": "workshop"})
    assert "This is not an address of a calendar" in answer.content.decode()
    elena.post(add, {"title": "Museum", "address": "webcal://example.org/a.ics", "kind": "workshop"})
    assert PartnerCalendar.objects.filter(title="Museum").exists()


def test_nobody_without_the_right_gets_in(calendar, client):
    for name in ("read", "file", "settled"):
        assert client.post(reverse(f"events_of_partners_{name}", args=[calendar.pk])).status_code == 302
    assert client.get(reverse("events_of_partners")).status_code == 302
