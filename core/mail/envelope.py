"""What may stand on the outside of a mail: nothing that a stranger typed can add a line of its own."""

import unicodedata
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

ALLOWED_HEADERS = {"list-id", "list-unsubscribe", "list-unsubscribe-post", "reply-to"}
LONGEST_SUBJECT = 200


def checked_address(address: str) -> str:
    """Refuses addresses that cannot be written to, accents before the @ among them: few servers carry these."""
    stripped = address.strip()
    EmailValidator(_("Write an e-mail address such as name@example.org, without accents before the @."))(stripped)
    return stripped


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if name.lower() not in ALLOWED_HEADERS or _has_controls(value):
            raise ValidationError(_("A mail may not carry this header: %(name)s"), params={"name": name})
    return dict(headers)


def one_line(subject: str) -> str:
    """A template breaks lines where it likes, and so may a name somebody typed; a subject has one line."""
    folded = " ".join(subject.split())
    return "".join(c for c in folded if not _has_controls(c))[:LONGEST_SUBJECT]


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in text)
