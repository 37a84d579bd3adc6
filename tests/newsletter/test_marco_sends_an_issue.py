"""Marco sends an issue: each address once, in its language, whatever happens on the way."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models.signals import post_save
from django.test import Client

from core.models import OutgoingMail
from core.timed import run_steps
from schools.newsletter import sending as on_the_way
from schools.newsletter.models import Delivery, NewsletterIssuePage, Sending
from schools.newsletter.sending import go_on, receivers_by_language, resume, start, stop
from schools.newsletter.subscribing import leave
from tests.interpreting.test_office_answers import desk
from tests.newsletter.conftest import TITLES, reader

pytestmark = pytest.mark.django_db


class KilledError(BaseException):
    """The worker is gone in the middle of its work."""


def addresses(mailoutbox: list[Any]) -> list[str]:
    return sorted(address for mail in mailoutbox for address in mail.to)


def test_everybody_gets_it_once_in_their_language_with_a_way_out(issue, mailoutbox) -> None:
    spanish = reader("ana@example.org", "es")
    for again in ("en", "es"):
        reader("paula@example.org", again)
    reader("asked@example.org", confirmed_at=None)
    marco = desk("marco", "add_sending")
    page = f"/admin/newsletter/{issue.pk}/"
    assert "Send this issue" in marco.get(page).content.decode()

    for _ in range(2):
        marco.post(f"{page}send/")

    assert addresses(mailoutbox) == ["ana@example.org", "paula@example.org"]
    mail = next(mail for mail in mailoutbox if mail.to == ["ana@example.org"])
    assert mail.subject == TITLES["es"] and "/es/newsletter/march/" in mail.body
    assert "Zapatos" in mail.body and "<p>" in mail.alternatives[0][0] and "Zapatos" in mail.alternatives[0][0]
    assert spanish.secret in mail.extra_headers["List-Unsubscribe"]
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "2 of 2" in marco.get(page).content.decode() and Sending.objects.get().state == "done"


def test_a_worker_that_is_killed_in_the_middle_sends_nobody_twice_and_forgets_nobody(
    issue: NewsletterIssuePage, mailoutbox, monkeypatch
) -> None:
    monkeypatch.setattr(on_the_way, "BATCH", 3)
    everybody = [reader(f"reader{n}@example.org").address for n in range(8)]
    sending = start(issue, by=None)
    written = 0

    def kill(**_kwargs: Any) -> None:
        nonlocal written
        written += 1
        if written == 5:
            raise KilledError

    post_save.connect(kill, sender=OutgoingMail, weak=False)
    try:
        with pytest.raises(KilledError):
            go_on(sending.pk)
    finally:
        post_save.disconnect(kill, sender=OutgoingMail)
    assert Delivery.objects.count() == OutgoingMail.objects.count() == 3

    run_steps()
    run_steps()

    assert addresses(mailoutbox) == everybody and Delivery.objects.count() == 8
    sending.refresh_from_db()
    assert sending.state == "done"


def test_it_can_be_stopped_and_goes_on_after_the_last_one(issue, mailoutbox, monkeypatch) -> None:
    monkeypatch.setattr(on_the_way, "BATCH", 1)
    for n in range(3):
        reader(f"reader{n}@example.org")
    sending = start(issue, by=None)
    times = iter([0, 999])
    go_on(sending.pk, clock=lambda: next(times))

    assert stop(sending) and not stop(sending)
    run_steps()
    assert Delivery.objects.count() == 1

    assert resume(sending)
    run_steps()
    assert len(mailoutbox) == len(set(addresses(mailoutbox))) == 3
    assert not resume(sending)


def test_whoever_leaves_meanwhile_gets_nothing(issue, mailoutbox) -> None:
    leaving = reader("ana@example.org")
    reader("paula@example.org")
    sending = start(issue, by=None)
    go_on(sending.pk)

    leave(leaving.secret)
    run_steps()

    assert addresses(mailoutbox) == ["paula@example.org"]


def test_a_schools_issue_goes_to_those_who_named_the_school(issue, school) -> None:
    reader("ana@example.org", "en", school)
    reader("paula@example.org")
    assert receivers_by_language(issue) == {"en": 2, "es": 0}

    issue.school = school

    assert receivers_by_language(issue) == {"en": 1, "es": 0}


def test_nobody_gets_it_in_a_language_it_is_not_in(issue: NewsletterIssuePage) -> None:
    reader("ana@example.org", "es")
    issue.written_in("es").unpublish()

    with pytest.raises(ValidationError):
        start(issue, by=None)
    assert not Sending.objects.exists()


def test_an_issue_that_nobody_asked_for_is_not_sent(issue: NewsletterIssuePage) -> None:
    with pytest.raises(ValidationError):
        start(issue, by=None)


def test_a_test_goes_to_marco_alone(issue, mailoutbox) -> None:
    reader("ana@example.org")
    marco = desk("marco", "add_sending")

    marco.post(f"/admin/newsletter/{issue.pk}/test/", {"language": "es"})
    marco.post(f"/admin/newsletter/{issue.pk}/test/", {"language": "xx"})

    assert addresses(mailoutbox) == ["marco@example.org"] and mailoutbox[0].subject == TITLES["es"]
    assert not Delivery.objects.exists()


def test_looking_sends_nothing_and_others_may_not(issue, mailoutbox) -> None:
    reader("ana@example.org")
    marco, lupe = desk("marco", "add_sending"), desk("lupe")
    for act in ("send/", "test/", "stop/"):
        assert marco.get(f"/admin/newsletter/{issue.pk}/{act}").status_code == 405
        assert lupe.post(f"/admin/newsletter/{issue.pk}/{act}").url == "/admin/"

    assert not mailoutbox and not Sending.objects.exists()


def test_the_archive_and_its_feed_speak_both_languages(issue, client: Client) -> None:
    for language, title in TITLES.items():
        for address in ("", "march/", "feed/"):
            assert title in client.get(f"/{language}/newsletter/{address}").content.decode()


def test_marco_sees_how_many_read_it_and_no_address(issue) -> None:
    for n in range(6):
        reader(f"reader{n}@example.org", "en")
    for n in range(5):
        reader(f"lector{n}@example.org", "es")

    html = " ".join(desk("marco", "add_sending").get("/admin/newsletter/").content.decode().split())

    assert "<td> 6 </td>" in html and "<td> 5 </td>" in html and "@example.org" not in html.replace("marco@", "")
