"""A mail goes out through EMAIL_URL to a real mail server and arrives with its accents."""

import mailbox
import uuid
from collections.abc import Callable
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import environ
import pytest
from django.core.mail import send_mail

pytestmark = pytest.mark.smtp


@pytest.fixture
def arrived(offered: Callable[[str], str], settings) -> Callable[[str], EmailMessage]:
    """Mail is really sent; ask for what arrived at one address."""
    folder = offered("TEST_SMTP_MAILBOX")
    for name, value in environ.Env.email_url_config(offered("TEST_SMTP_URL")).items():
        setattr(settings, name, value)

    def message_to(address: str) -> EmailMessage:
        box = mailbox.Maildir(folder, create=False)
        messages = (BytesParser(policy=policy.default).parsebytes(box.get_bytes(key)) for key in box.iterkeys())
        (found,) = [message for message in messages if message["To"] == address]
        return found

    return message_to


def test_a_spanish_mail_arrives_as_it_was_written(arrived: Callable[[str], EmailMessage]) -> None:
    paula = f"paula-{uuid.uuid4().hex[:8]}@example.org"

    send_mail("¿Sigue bien su página, señora Peña?", "Mañana a las 9 de la mañana.", None, [paula])

    message = arrived(paula)
    assert message["Subject"] == "¿Sigue bien su página, señora Peña?"
    assert message.get_content().strip() == "Mañana a las 9 de la mañana."
    assert message["From"] == "Ventanilla <ventanilla@localhost>"


def test_a_server_that_is_away_is_reported_and_not_waited_for(arrived: Callable[[str], EmailMessage], settings) -> None:
    settings.EMAIL_PORT = 1

    with pytest.raises(OSError):
        send_mail("Hello", "Hello", None, ["ana@example.org"])
