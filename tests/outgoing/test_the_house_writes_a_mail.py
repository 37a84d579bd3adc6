"""A mail is written in its reader's language, stored with what it speaks of, and goes after the commit."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import get_language, override

from core.mail import Attachment, post
from core.models import OutgoingMail
from tests.outgoing.conftest import Greet

pytestmark = pytest.mark.django_db

PAULA = "paula@example.org"


@pytest.mark.django_db(transaction=True)
def test_it_goes_after_the_commit_and_not_before(mailoutbox) -> None:
    with transaction.atomic():
        mail = post("greeting", PAULA, "es", "greeting:1", {"name": "Peña"})
        assert not mailoutbox

    assert [each.to for each in mailoutbox] == [[PAULA]]
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.purpose) == ("sent", 1, "greeting")


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_back_takes_its_mail_along(mailoutbox) -> None:
    with pytest.raises(LookupError), transaction.atomic():
        post("greeting", PAULA, "es", "greeting:1", {"name": "Peña"})
        raise LookupError

    assert not mailoutbox
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(("language", "word"), [("es", "Buscar"), ("en", "Search"), ("fr", "Search")])
def test_it_speaks_its_readers_language_and_not_the_pages(greet: Greet, mailoutbox, language: str, word: str) -> None:
    with override("en" if language == "es" else "es"):
        before = get_language()
        greet(language=language)
        assert get_language() == before

    (sent,) = mailoutbox
    assert sent.subject == f"{word}: Señora Peña"
    assert sent.body.startswith(f"{word}, Señora Peña")
    assert f"<p>{word}, Señora Peña</p>" in sent.alternatives[0].content


def test_only_formatted_text_is_escaped(greet: Greet, mailoutbox) -> None:
    greet(context={"name": "O'Hara & <b>"})

    (sent,) = mailoutbox
    assert "O'Hara & <b>" in sent.body and "O'Hara & <b>" in sent.subject
    assert "O&#x27;Hara &amp; &lt;b&gt;" in sent.alternatives[0].content


def test_a_letter_may_be_plain(greet: Greet, mailoutbox) -> None:
    greet(folder="plain")

    assert mailoutbox[0].alternatives == []


def test_the_same_key_twice_is_one_mail(greet: Greet, mailoutbox) -> None:
    first, second = greet(), greet(to="somebody-else@example.org")

    assert first.pk == second.pk
    assert [each.to for each in mailoutbox] == [[PAULA]]


def test_files_and_the_way_to_unsubscribe_go_along(greet: Greet, mailoutbox) -> None:
    greet(
        attachments=[Attachment("hours.ics", "text/calendar", "Mañana".encode())],
        headers={"List-Unsubscribe": "<https://resources.example.org/out>"},
    )

    message = mailoutbox[0].message()
    assert message["List-Unsubscribe"] == "<https://resources.example.org/out>"
    (file,) = [part for part in message.walk() if part.get_filename() == "hours.ics"]
    assert file.get_payload(decode=True).decode() == "Mañana"


def test_a_name_cannot_add_a_line_to_the_head_of_a_mail(greet: Greet, mailoutbox) -> None:
    greet(context={"name": "Ana\r\nBcc: everybody@example.org\x00\u2028"})

    message = mailoutbox[0].message()
    assert message["Bcc"] is None
    assert mailoutbox[0].subject == "Buscar: Ana Bcc: everybody@example.org"
    assert mailoutbox[0].recipients() == [PAULA]
    assert "\x00" not in mailoutbox[0].body


@pytest.mark.parametrize(
    "address",
    [
        "",
        "paula",
        "peña@example.org",
        "paula@example.org\nBcc: everybody@example.org",
        "paula@example.org, everybody@example.org",
        "Paula <paula@example.org>",
        f"{'p' * 400}@example.org",
    ],
)
def test_an_address_that_cannot_be_written_to_is_refused(greet: Greet, mailoutbox, address: str) -> None:
    with pytest.raises(ValidationError):
        greet(to=address)

    assert not mailoutbox
    assert not OutgoingMail.objects.exists()


def test_a_domain_may_have_accents(greet: Greet, mailoutbox) -> None:
    greet(to="paula@españa.example")

    assert "xn--espaa-rta" in mailoutbox[0].message()["To"]


@pytest.mark.parametrize("headers", [{"Bcc": "x@example.org"}, {"List-Id": "a\nBcc: x@example.org"}, {"To": "x"}])
def test_other_headers_are_refused(greet: Greet, headers: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        greet(headers=headers)


def test_too_much_to_carry_is_refused(greet: Greet) -> None:
    with pytest.raises(ValidationError):
        greet(attachments=[Attachment("large.pdf", "application/pdf", b"0" * 6_000_000)])


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_mail_that_is_about_nothing_is_refused(greet: Greet, key: str) -> None:
    with pytest.raises(ValidationError):
        greet(key)


def test_the_number_of_a_message_stays_and_tells_nothing(greet: Greet, mailoutbox) -> None:
    greet("request:17:ambassador")

    number = mailoutbox[0].message()["Message-ID"]
    OutgoingMail.objects.all().delete()
    greet("request:17:ambassador")
    assert mailoutbox[1].message()["Message-ID"] == number
    assert "17:ambassador" not in number
