"""The desk: who gets in, what they see, and what they press."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from core.models import OutgoingMail, User
from schools.asking.models import HelpRequest, ListItem, ResourceList
from schools.asking.text_message import text_message
from schools.calendar import today
from search.models import SearchDocument, SearchText
from tests.the_schools import appointed, make_school

pytestmark = pytest.mark.django_db

GETS = ["", "contacted/", "list/"]
POSTS = ["note/", "undo/", "give/", "list/", "list/own/", "list/remove/", "list/mail/", "contacted/"]


@pytest.fixture
def pantry(db) -> str:
    """Something that search knows, in both languages; its key."""
    document = SearchDocument.objects.create(
        kind="service", object_id="11111111-1111-4111-8111-111111111111", version=1, updated="2026-01-01T00:00Z"
    )
    for language, title in (("en", "Food pantry"), ("es", "Despensa de comida")):
        SearchText.objects.create(document=document, language=language, title=title, summary=title, sort_title=title)
    return "service:11111111-1111-4111-8111-111111111111"


def path(request: HelpRequest, rest: str = "", language: str = "en") -> str:
    return f"/{language}/desk/{request.reference}/{rest}"


@pytest.mark.parametrize("language", ["en", "es"])
def test_urgent_ones_stand_first_then_by_day(school, lupe, ask, at_desk, clock, language) -> None:
    first = ask(school)
    clock.shift(timedelta(days=1))
    second = ask(school)
    urgent = ask(school)
    HelpRequest.objects.filter(pk=urgent.pk).update(is_urgent=True)

    html = at_desk(lupe).get(f"/{language}/desk/").content.decode()

    assert [html.index(each.reference) for each in (urgent, first, second)] == sorted(
        html.index(each.reference) for each in (urgent, first, second)
    )


@pytest.mark.parametrize("rest", GETS)
def test_a_request_of_another_school_and_one_that_never_was_answer_alike(rooms, lupe, ask, at_desk, rest) -> None:
    other = ask(make_school(rooms, "Molino Viejo"))

    there, nowhere = at_desk(lupe).get(path(other, rest)), at_desk(lupe).get(f"/en/desk/XXX-0000/{rest}")

    assert there.status_code == nowhere.status_code == 404
    assert there.content.replace(other.reference.encode(), b"XXX-0000") == nowhere.content


@pytest.mark.parametrize("rest", POSTS)
def test_nobody_works_a_request_of_another_school(rooms, lupe, ask, at_desk, rest) -> None:
    other = ask(make_school(rooms, "Molino Viejo"))

    assert at_desk(lupe).post(path(other, rest), {"text": "x", "to": "office"}).status_code == 404
    assert not other.notes.exists()


@pytest.mark.parametrize("rest", GETS)
def test_the_office_sees_every_request_and_an_ambassador_none_of_the_offices(lupe, office, ask, at_desk, rest) -> None:
    request = ask(None)

    assert at_desk(office).get(path(request, rest)).status_code == 200
    assert at_desk(lupe).get(path(request, rest)).status_code == 404


def test_strangers_sign_in_and_other_staff_find_nothing(school, ask, at_desk) -> None:
    request = ask(school)
    somebody = at_desk(User.objects.create(username="elena", is_staff=True))

    for address in ("/en/desk/", "/en/desk/new/", "/en/desk/report/", "/en/desk/requests.csv", path(request)):
        assert "/accounts/login/" in Client().get(address).url
        assert somebody.get(address).status_code == 404


def test_whoever_has_left_sees_nothing_any_more(school, lupe, ask, at_desk) -> None:
    request, browser = ask(school), at_desk(lupe)
    assert browser.get(path(request)).status_code == 200

    lupe.person.appointments.update(ends_on=today() - timedelta(days=1))

    assert browser.get(path(request)).status_code == 404
    assert browser.get("/en/desk/").status_code == 404


def test_the_second_factor_is_asked_for_here_too(school, lupe, at_desk, settings) -> None:
    settings.STAFF_MFA_REQUIRED = True

    assert "/accounts/2fa/" in at_desk(lupe).get("/en/desk/").url


def test_no_call_button_where_a_call_is_dangerous(school, lupe, ask, at_desk) -> None:
    request = ask(school, way="text", do_not_call=True, do_not_leave_message=True, safe_when="solo por la mañana")

    html = at_desk(lupe).get(path(request)).content.decode()

    assert "sms:8315550199" in html and "tel:8315550199" not in html
    assert "Do not call." in html and "Do not leave a message." in html and "solo por la mañana" in html


def test_the_title_of_the_page_tells_nothing_of_the_family(school, lupe, ask, at_desk) -> None:
    html = at_desk(lupe).get(path(ask(school))).content.decode()

    assert "Ana" not in re.search(r"<title>.*?</title>", html, re.S)[0]
    assert "no-store" in at_desk(lupe).get("/en/desk/")["Cache-Control"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_she_presses_is_asked_once_more_and_takes_it_back(school, lupe, ask, at_desk, language) -> None:
    request, browser = ask(school), at_desk(lupe)

    sure = browser.get(path(request, "connected/", language)).content.decode()
    assert 'name="seen" value="new"' in sure
    browser.post(path(request, "connected/", language), {"seen": "new", "outcome": "Despensa"})
    request.refresh_from_db()
    assert (request.status, request.outcome) == ("connected", "Despensa")

    browser.post(path(request, "undo/", language))
    request.refresh_from_db()
    assert request.status == "new"


def test_passing_on_without_an_agreement_is_refused(school, lupe, ask, at_desk) -> None:
    request = ask(school)

    html = at_desk(lupe).post(path(request, "passed-on/"), {"to": "Food bank"}).content.decode()

    request.refresh_from_db()
    assert "This was not sent yet" in html and request.status == "new"

    agreed = {"to": "Food bank", "agreed": "asked", "how": "call", "agreed_on": str(today())}
    at_desk(lupe).post(path(request, "passed-on/"), agreed)
    request.refresh_from_db()
    assert request.status == "passed_on"


def test_two_people_at_once_and_the_second_is_told(school, lupe, office, ask, at_desk) -> None:
    request = ask(school)
    at_desk(lupe).post(path(request, "contacted/"), {"seen": "new"})

    html = at_desk(office).post(path(request, "no-reach/"), {"seen": "new"}).content.decode()

    request.refresh_from_db()
    assert "Somebody else changed this request" in html and request.status == "contacted"


def test_a_note_is_written_once_however_often_it_is_sent(school, lupe, ask, at_desk) -> None:
    request, browser = ask(school), at_desk(lupe)

    for _ in range(2):
        browser.post(path(request, "note/"), {"text": "Llamé a las 3\x00"})

    assert request.notes.count() == 1


def test_a_request_is_given_to_a_colleague_who_is_told(school, lupe, employed, ask, at_desk) -> None:
    request = ask(school)
    eva = employed(school, "eva")

    at_desk(lupe).post(path(request, "give/"), {"to": "999999"})
    at_desk(lupe).post(path(request, "give/"), {"to": eva.pk})

    request.refresh_from_db()
    assert request.assigned == eva
    assert OutgoingMail.objects.order_by("pk").last().to == "eva@example.org"


def test_a_request_is_written_down_at_the_counter_once(school, lupe, at_desk, clock) -> None:
    browser = at_desk(lupe)
    html = browser.get("/en/desk/new/").content.decode()
    stamp = re.search(r'name="shown"\s+value="([^"]+)"', html)[1]
    clock.shift(timedelta(seconds=30))
    said = {"shown": stamp, "homepage": "", "school": school.slug, "kind": "health", "name": "Ana", "way": "call"}
    said |= {"contact": "831 555 0199", "language": "mix"}

    answers = [browser.post("/en/desk/new/", said) for _ in range(2)]

    request = HelpRequest.objects.get()
    assert request.entered_by == lupe
    assert [answer.url for answer in answers] == [path(request)] * 2


def test_at_the_counter_of_one_school_nothing_is_written_down_for_another(rooms, lupe, at_desk, clock) -> None:
    other = make_school(rooms, "Molino Viejo")
    browser = at_desk(lupe)
    stamp = re.search(r'name="shown"\s+value="([^"]+)"', browser.get("/en/desk/new/").content.decode())[1]
    clock.shift(timedelta(seconds=30))
    said = {"shown": stamp, "kind": "food", "name": "Ana", "way": "call", "contact": "8315550199", "language": "es"}

    for slug in (other.slug, ""):
        browser.post("/en/desk/new/", {**said, "school": slug})

    assert not HelpRequest.objects.exists()


def test_what_was_ticked_stands_on_a_list_in_the_familys_language(school, lupe, ask, at_desk, pantry) -> None:
    request, browser = ask(school, way="email", contact="ana@example.org"), at_desk(lupe)

    for _ in range(2):
        browser.post(path(request, "list/"), {"item": [pantry, "service:nonsense", "x", "\x00" + pantry]})
    desk = browser.get(path(request, "list/")).content.decode()
    made = ResourceList.objects.get()
    address = re.search(r'href="http://localhost:8000(/es/[^"]+)"', desk)[1]
    html = Client().get(address).content.decode()

    assert made.items.count() == 1
    assert made.secret in address and "Despensa de comida" in html
    assert "Ana" not in html and request.reference not in html
    assert "sms:" in desk


def test_what_the_directory_does_not_hold_stands_on_the_list_once(school, lupe, ask, at_desk) -> None:
    request, browser = ask(school), at_desk(lupe)

    for _ in range(2):
        browser.post(path(request, "list/own/"), {"title": "Misa y comida", "note": "831 555 0177", "address": ""})
    refused = browser.post(path(request, "list/own/"), {"title": "", "address": "javascript:alert(1)"})

    html = Client().get(f"/en/list/{request.resources.secret}/").content.decode()
    assert "Misa y comida" in html and "831 555 0177" in html
    assert ListItem.objects.count() == 1
    assert "Enter a valid URL" in refused.content.decode()
    assert "Misa y comida: 831 555 0177" in text_message(request.resources)


@pytest.mark.parametrize("secret", ["x", "%00", "a" * 200])
def test_a_guessed_list_is_not_found(rooms, secret) -> None:
    assert Client().get(f"/en/list/{secret}/").status_code == 404


def test_the_list_goes_by_mail_once_in_the_familys_language(school, lupe, ask, at_desk, pantry) -> None:
    request, browser = ask(school, way="email", contact="ana@example.org"), at_desk(lupe)
    browser.post(path(request, "list/"), {"item": pantry})

    for _ in range(2):
        browser.post(path(request, "list/mail/"))

    mail = OutgoingMail.objects.get(purpose="resource_list")
    assert (mail.to, mail.language) == ("ana@example.org", "es")
    assert "Despensa de comida" in mail.text and "Ana" not in mail.subject


def test_somebody_appointed_without_an_account_is_nobody_here(school, ask) -> None:
    appointed(school)

    assert ask(school).assigned is None


@pytest.mark.parametrize(("language", "says"), [("en", "ambassadors' room"), ("es", "sala de embajadores")])
def test_the_guide_is_read_at_the_desk(school, lupe, at_desk, language, says) -> None:
    desk = at_desk(lupe).get(f"/{language}/desk/").content.decode()
    address = f"/{language}/desk/guide/"

    assert f'href="{address}"' in desk
    assert says in unescape(at_desk(lupe).get(address).content.decode())
    assert Client().get(address).status_code in (302, 404)
