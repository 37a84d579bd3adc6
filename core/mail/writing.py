"""A mail is written in the language of whoever receives it, and stored; what stores it also promises to send it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template import Context
from django.template.loader import TemplateDoesNotExist, get_template
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.models import Site

from core.context import Office, office_of
from core.locales import source_language
from core.mail.attachments import Attachment, kept
from core.mail.envelope import checked_address, checked_headers, one_line
from core.mail.tasks import send_mail
from core.models import District, OutgoingMail
from core.models.mail import LONGEST_KEY


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str


def post(  # noqa: PLR0913  a letter has as many parts
    folder: str,
    to: str,
    language: str,
    key: str,
    context: Mapping[str, Any],
    *,
    attachments: Iterable[Attachment] = (),
    headers: Mapping[str, str] | None = None,
    not_after: datetime | None = None,
) -> OutgoingMail:
    """Store a mail in the caller's transaction and send it when that has committed.

    `folder` is a folder of templates/mail/ and the mail's purpose in lists; `key` says what the mail is about, so that
    a second call with the same key changes nothing. No personal data in key and subject: both are kept.
    Raises ValidationError for an address that cannot be written to.
    """
    if not key or len(key) > LONGEST_KEY:
        raise ValidationError(gettext("A mail needs a key of at most 200 characters."))
    language = language if language in dict(settings.LANGUAGES) else source_language()
    letter = written(folder, language, context)
    now = timezone.now()
    mail, first = OutgoingMail.objects.get_or_create(
        key=key,
        defaults={
            "purpose": folder,
            "to": checked_address(to),
            "language": language,
            "subject": letter.subject,
            "text": letter.text,
            "html": letter.html,
            "headers": checked_headers(headers or {}),
            "attachments": kept(attachments),
            "not_after": not_after,
            "next_try_at": now,
            "created_at": now,
        },
    )
    if first:
        # Robust: a queue that is away must not turn the page of somebody whose words are stored into an error.
        transaction.on_commit(partial(send_mail.enqueue, mail.pk), robust=True)
    return mail


def written(folder: str, language: str, context: Mapping[str, Any]) -> Letter:
    """Subject and text are plain, whatever characters names hold; only the formatted text is escaped."""
    with override(language):
        everything = {"office": _office(), "language": language, "public_url": settings.PUBLIC_URL, **context}
        return Letter(
            one_line(_rendered(f"mail/{folder}/subject.txt", everything, autoescape=False)),
            _rendered(f"mail/{folder}/body.txt", everything, autoescape=False).strip() + "\n",
            _formatted(folder, everything),
        )


def _formatted(folder: str, context: Mapping[str, Any]) -> str:
    name = f"mail/{folder}/body.html"
    try:
        return _rendered(name, context, autoescape=True)
    except TemplateDoesNotExist as missing:
        if missing.args[0] != name:
            raise
        return ""


def _rendered(name: str, context: Mapping[str, Any], *, autoescape: bool) -> str:
    template: Any = get_template(name)
    text = str(template.template.render(Context(dict(context), autoescape=autoescape)))
    # PostgreSQL stores no NUL, and a name somebody pasted may hold one.
    return text.replace("\x00", "")


def _office() -> Office | None:
    site = Site.objects.filter(is_default_site=True).first()
    return office_of(District.for_site(site)) if site else None
