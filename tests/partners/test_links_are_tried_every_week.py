"""Web pages and mail domains of listings are tried against real servers of this machine, once a week."""

import socketserver
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from django.urls import reverse

from directory.models import Organization, Service, Url
from partners.models import Link
from partners.quality.links import broken, check_links, problem_of

START = datetime(2026, 11, 2, 17, tzinfo=UTC)
STATUSES = {"/": 200, "/moved": 301, "/gone": 404, "/shut": 403, "/ill": 500, "/round": 302}
ZONE = {
    "mesa.test.": {"MX": "10 mail.mesa.test."},
    "plain.test.": {"A": "192.0.2.7"},
    "mute.test.": {"MX": "0 ."},
    "empty.test.": {},
}


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(STATUSES.get(self.path, 404))
        if self.path in ("/moved", "/round"):
            self.send_header("Location", "/" if self.path == "/moved" else "/round")
        self.end_headers()

    def log_message(self, *_args: Any) -> None:
        pass


class Names(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        data, sock = self.request
        asked = dns.message.from_wire(data)
        answer = dns.message.make_response(asked)
        answer.flags |= dns.flags.RA
        question = asked.question[0]
        known = ZONE.get(question.name.to_text())
        kind = dns.rdatatype.to_text(question.rdtype)
        if known is None:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        elif kind in known:
            answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, known[kind]))
        sock.sendto(answer.to_wire(), self.client_address)


@pytest.fixture
def pages(settings: Any) -> Iterator[str]:
    settings.FETCH_FROM_INSIDE = True
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def names(settings: Any) -> Iterator[None]:
    with socketserver.ThreadingUDPServer(("127.0.0.1", 0), Names) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        settings.MAIL_NAMESERVERS = [f"127.0.0.1:{server.server_address[1]}"]
        yield
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "problem"),
    [("/", ""), ("/moved", ""), ("/shut", ""), ("/gone", "gone"), ("/ill", "error"), ("/round", "error")],
)
def test_a_page_that_turns_machines_away_is_there_all_the_same(pages, path, problem) -> None:
    assert problem_of("page", f"{pages}{path}") == problem


def test_pages_that_nobody_gives(pages, settings) -> None:
    assert problem_of("page", "http://127.0.0.1:9/") == "silent"
    assert problem_of("page", "http://nobody.invalid/") == "unknown"
    assert problem_of("page", pages.replace("http:", "https:")) == "silent"
    settings.FETCH_FROM_INSIDE = False
    assert problem_of("page", pages) == "unknown", "nobody can make the site look around inside"


@pytest.mark.parametrize(
    ("domain", "problem"),
    [
        ("mesa.test", ""),
        ("plain.test", ""),
        ("mute.test", "no_mail"),
        ("empty.test", "no_mail"),
        ("no.test", "unknown"),
    ],
)
def test_a_domain_takes_mail_where_its_records_say_so(names, domain, problem) -> None:
    assert problem_of("mail", domain) == problem


@pytest.mark.django_db
def test_a_year_of_ticks_tries_each_link_once_a_week_and_tells_since_when(
    pantry, pages, names, time_machine, moses, marta
) -> None:
    mesa = pantry.organization
    Organization.objects.exclude(pk=mesa.pk).delete()
    Organization.objects.filter(pk=mesa.pk).update(website=f"{pages}/gone", email="hi@mesa.test")
    Service.objects.filter(pk=pantry.pk).update(url=f"{pages}/ill", email="food@no.test")
    Url.objects.all().delete()
    tried = []
    for day in range(0, 29):
        time_machine.move_to(START + timedelta(days=day), tick=False)
        check_links()
        check_links()
        tried.append(Link.objects.get(what="page", address=f"{pages}/gone").checked_at)
        if day == 0:
            assert {each.link.problem for each in broken()} == {"gone", "unknown"}, "an error may be a bad hour"
        if day == 7:
            assert {each.link.problem for each in broken()} == {"gone", "unknown", "error"}

    assert [round((after - START) / timedelta(days=1)) for after in dict.fromkeys(tried)] == [0, 7, 14, 21, 28]
    assert {row.broken_since for row in Link.objects.exclude(problem="")} == {START}

    assert "4\xa0weeks" in moses.get(reverse("partners_quality")).text
    desk = marta.get(reverse("partner_desk"), follow=True).text
    assert f"{pages}/gone" in desk

    Organization.objects.filter(pk=mesa.pk).update(website=pages + "/")
    Service.objects.filter(pk=pantry.pk).update(url="", email="")
    time_machine.move_to(START + timedelta(days=40), tick=False)
    check_links()
    assert set(Link.objects.values_list("address", "problem")) == {(f"{pages}/", ""), ("mesa.test", "")}


@pytest.mark.django_db
def test_where_nothing_at_all_answers_our_own_line_is_down(mesa, pantry, settings) -> None:
    settings.FETCH_FROM_INSIDE = True
    Url.objects.all().delete()
    for number in range(6):
        Url.objects.create(service=pantry, url=f"http://127.0.0.1:9/{number}")
    Organization.objects.update(website="", email="")
    Service.objects.update(url="", email="")

    check_links()

    assert set(Link.objects.values_list("checked_at", flat=True)) == {None}
