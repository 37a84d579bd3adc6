"""From the row to the mail as the server gets it."""

from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.crypto import salted_hmac

from core.mail.attachments import opened
from core.models import OutgoingMail


def message_of(mail: OutgoingMail, connection: Any) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        mail.subject,
        mail.text,
        to=[mail.to],
        connection=connection,
        headers={
            "Message-ID": message_id(mail.key),
            "Auto-Submitted": "auto-generated",  # No answer from a machine that is on holiday.
            "Content-Language": mail.language,
            **mail.headers,
        },
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    for file in opened(mail.attachments):
        message.attach(file.name, file.content, file.type)
    return message


def message_id(key: str) -> str:
    """The same for every try, and tells nobody what the key was."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{salted_hmac('core.mail', key, algorithm='sha256').hexdigest()[:40]}@{domain}>"
