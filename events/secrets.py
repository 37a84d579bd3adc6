"""What whoever has taken something holds instead of an account: a long word, shown once, of which a digest is kept."""

import base64
import secrets
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

LENGTH = 24  # Bytes; nobody guesses them.


@dataclass(frozen=True)
class Secret:
    text: str
    digest: str


def new_secret() -> Secret:
    text = secrets.token_urlsafe(LENGTH)
    return Secret(text, digest_of(text))


def secret_of_form(key: str) -> Secret:
    """That of a form's one-time key: a form sent twice leads to the same page, and the secret stands nowhere."""
    made = salted_hmac("events.secrets.form", key, algorithm="sha256").digest()[:LENGTH]
    text = base64.urlsafe_b64encode(made).decode()
    return Secret(text, digest_of(text))


def digest_of(text: str) -> str:
    """64 hexadecimal characters: who reads the database learns no secret from them."""
    return salted_hmac("events.secrets", text, algorithm="sha256").hexdigest()
