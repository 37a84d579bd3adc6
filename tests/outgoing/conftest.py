from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from core.mail import post
from core.models import OutgoingMail

Greet = Callable[..., OutgoingMail]


@pytest.fixture(autouse=True)
def letters(settings: LazySettings) -> None:
    """Two letters to send: a greeting with formatted text, and a plain one."""
    (engine,) = settings.TEMPLATES
    folder = Path(__file__).parent / "templates"
    settings.TEMPLATES = [{**engine, "DIRS": [folder, *engine["DIRS"]]}]


@pytest.fixture
def greet(django_capture_on_commit_callbacks: Any) -> Greet:
    """Post a greeting, and commit."""

    def greet(key: str = "greeting:1", **changed: Any) -> OutgoingMail:
        letter = {"folder": "greeting", "to": "paula@example.org", "language": "es", "context": {"name": "Señora Peña"}}
        with django_capture_on_commit_callbacks(execute=True):
            return post(key=key, **{**letter, **changed})

    return greet
