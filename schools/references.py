"""Reference numbers that can be read out on the phone, and secrets that cannot be guessed."""

import secrets

from django.db.models import Model

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # Without what looks or sounds like something else.
LENGTH = 6


def new_reference(model: type[Model], prefix: str) -> str:
    """For example I-7K3QPA; free among those of the model."""
    while True:
        reference = f"{prefix}-{''.join(secrets.choice(ALPHABET) for _ in range(LENGTH))}"
        if not model._default_manager.filter(reference=reference).exists():
            return reference


def new_secret() -> str:
    return secrets.token_urlsafe(18)
