"""Ana says what she thinks, without her name if she likes; staff read it, and answer in public in their own words."""

from datetime import date, timedelta

import pytest
from django.conf import settings as house
from django.test import Client
from wagtail.models import Site

from core.models import District, OutgoingMail
from core.timed import run_steps
from schools.ideas.box import move, receive
from schools.ideas.models import Heard, Idea
from schools.models import SchoolPage
from tests.committing import CommittingClient
from tests.filling import filled
from tests.interpreting.test_office_answers import desk
from tests.the_councils import make_council
from tests.the_schools import appointed

pytestmark = pytest.mark.django_db

BOX = {"en": "/en/ideas/", "es": "/es/ideas/"}
WORDS = "¿Y si la reunión fuera más tarde? Peña"


@pytest.fixture
def district(rooms) -> District:
    district = District.for_site(Site.objects.get(is_default_site=True))
    district.email = "office@example.org"
    district.save()
    return district


def sent(clock, at: SchoolPage, language: str = "en", **changed: str):
    client = CommittingClient()
    values = {"school": str(at.pk), "kind": "idea", "words": WORDS, "way": "", **changed}
    data = filled(client, clock, BOX[language], values)
    client.post(BOX[language], data)
    return client.post(BOX[language], data, follow=True).content.decode()


@pytest.mark.parametrize(("language", "sentence"), [("en", "Thank you. We read it."), ("es", "Gracias. Lo leemos.")])
def test_it_is_kept_once_without_a_name(clock, school, district, mailoutbox, language: str, sentence: str) -> None:
    html = sent(clock, school, language)

    idea = Idea.objects.get()
    assert sentence in html and idea.reference in html
    assert (idea.way, idea.words, idea.language, idea.school) == ("", WORDS, language, school)
    assert not mailoutbox


def test_a_concern_goes_to_the_office_with_a_link_alone(clock, school, district, mailoutbox) -> None:
    sent(clock, school, kind="concern", way="ana@example.org")

    (mail,) = mailoutbox
    assert mail.to == ["office@example.org"] and f"/admin/ideas/{Idea.objects.get().pk}/" in mail.body
    assert "Peña" not in mail.body and "ana@" not in mail.body


def test_a_concern_is_kept_while_the_mail_server_is_away(clock, school, district, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    html = sent(clock, school, kind="concern")

    assert Idea.objects.get().reference in html and OutgoingMail.objects.get().state == "waiting"


@pytest.mark.parametrize(
    ("field", "value"), [("words", " "), ("words", "x" * 2001), ("kind", "praise"), ("school", "0"), ("way", "home")]
)
def test_what_cannot_be_is_refused(clock, school, field: str, value: str) -> None:
    assert 'role="alert"' in sent(clock, school, **{field: value})
    assert not Idea.objects.exists()


def an_idea(school: SchoolPage | None = None) -> Idea:
    return receive(kind="idea", school=school, words=WORDS, way="831 555 0142", language="es")


def test_staff_move_it_along_the_table_and_not_back(rooms, clock) -> None:
    idea, marco = an_idea(), desk("marco", "change_idea")
    for status in ("read", "discussed", "read", "answered", "received", "nonsense"):
        marco.post(f"/admin/ideas/{idea.pk}/moved/", {"status": status})

    idea.refresh_from_db()
    assert idea.status == "answered"
    assert WORDS in marco.get(f"/admin/ideas/{idea.pk}/").content.decode()
    assert marco.get(f"/admin/ideas/{idea.pk}/moved/").status_code == 405


def test_a_school_reads_its_own_and_nobody_elses(school, clock) -> None:
    own, other = an_idea(school), an_idea()
    lupe = desk("lupe")
    assert lupe.get("/admin/ideas/").status_code == 302

    appointed(school, of={"account_id": lupe.session["_auth_user_id"]})

    html = lupe.get("/admin/ideas/?status=nonsense").content.decode()
    assert own.reference in html and other.reference not in html
    assert lupe.get(f"/admin/ideas/{other.pk}/", follow=True).status_code == 404


def test_the_public_reads_what_staff_wrote_and_never_a_familys_words(school, client: Client, clock) -> None:
    an_idea(school)
    both = {"en": "Later meetings", "es": "Reuniones más tarde"}
    Heard.objects.create(school=school, theme=both, heard=both, did=both, is_public=True)
    Heard.objects.create(school=school, theme={"en": "Draft", "es": "Borrador"}, heard=both, did=both)

    for address in (f"/en/ideas/what-we-heard/{school.pk}/", school.url):
        html = client.get(address).content.decode()
        assert "Later meetings" in html and "Draft" not in html and "Peña" not in html
    assert "Reuniones más tarde" in client.get(f"/es/ideas/lo-que-escuchamos/{school.pk}/").content.decode()
    assert "Later meetings" not in client.get("/en/ideas/what-we-heard/").content.decode()
    assert client.get("/en/ideas/what-we-heard/999/").status_code == 404


def test_words_are_forgotten_ninety_days_after_the_answer(rooms, clock) -> None:
    answered, waiting = an_idea(), an_idea()
    for status in ("read", "answered"):
        move(answered, status)

    clock.move_to(date(2026, 3, 4) + timedelta(days=house.PERSONAL_DATA_KEPT_DAYS))
    run_steps()

    answered.refresh_from_db()
    waiting.refresh_from_db()
    assert (answered.words, answered.way) == ("", "") and waiting.words == WORDS


def test_words_that_nobody_answers_are_forgotten_after_a_year(rooms, clock) -> None:
    waiting = an_idea()

    clock.move_to(date(2026, 3, 4) + timedelta(days=house.PERSONAL_DATA_KEPT_UNTOUCHED_DAYS))
    run_steps()

    waiting.refresh_from_db()
    assert (waiting.words, waiting.way, waiting.status) == ("", "", "received")


def test_the_table_and_the_numbers_show_no_words_of_hers(school, clock) -> None:
    idea, marco = an_idea(school), desk("marco", "change_idea")

    table = marco.get("/admin/ideas/table.csv?status=received").content.decode("utf-8-sig")

    assert idea.reference in table and "Peña" not in table and "555" not in table
    assert idea.reference not in marco.get("/admin/ideas/table.csv?status=read").content.decode()
    assert marco.get("/admin/ideas/table.exe").status_code == 404
    assert "Numbers below 5 are hidden" in marco.get("/admin/ideas/").content.decode()
    assert desk("nora").get("/admin/ideas/table.csv").status_code == 302


def test_a_council_hears_of_it_and_answers_by_its_name(school, client: Client, clock) -> None:
    council = make_council(school, "Advisory council")
    about = f"council-{council.pk}"
    assert f"/en/ideas/?school={about}" in client.get(council.url).content.decode()
    assert f'value="{about}" selected' in client.get(f"/en/ideas/?school={about}").content.decode()

    sent(clock, school, "es", school=about)
    said = {"en": "Later meetings", "es": "Más tarde"}
    heard = Heard(council=council, theme=said, heard=said, did=said, is_public=True)
    heard.full_clean()
    heard.save()

    idea = Idea.objects.get()
    assert (idea.council, idea.school) == (council, school)
    assert "Advisory council" in desk("marco", "change_idea").get("/admin/ideas/").content.decode()
    html = client.get(f"/en/ideas/what-we-heard/{school.pk}/").content.decode()
    assert "Later meetings" in html and "Advisory council" in html


@pytest.mark.parametrize("value", ["council-", "council-999", "council-x", "council-99999999999999999999"])
def test_a_council_that_is_none_is_refused(clock, school, value: str) -> None:
    assert 'role="alert"' in sent(clock, school, school=value)
    assert not Idea.objects.exists()
