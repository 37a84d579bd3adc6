"""The staff login of a demo or of a developer's machine: made once, kept beside the embedded database."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from core.models import User

USERNAME = "office"
AMBASSADOR = "ambassador"  # Somebody of the demo who answers families at one school, where it is loaded.
PARTNER = "partner"  # Somebody of the demo who keeps the listings of one organization true.


@dataclass(frozen=True)
class Login:
    username: str
    password: str


def login_of_this_machine() -> Login:
    """The login, made when it is missing; a password that somebody changed in the admin is set back."""
    login = Login(USERNAME, _kept_password())
    user, made = User.objects.get_or_create(
        username=USERNAME,
        defaults={"email": "office@example.org", "is_staff": True, "is_superuser": True},
    )
    if made or not user.check_password(login.password):
        user.set_password(login.password)
        user.save()
    return login


def other_of_this_machine(username: str) -> Login | None:
    """With the password of the office's login; None where the demo has no such account."""
    user = User.objects.filter(username=username, is_staff=False).first()
    if user is None:
        return None
    login = Login(username, _kept_password())
    if not user.check_password(login.password):
        user.set_password(login.password)
        user.save()
    return login


def _kept_password() -> str:
    kept = Path(settings.VAR) / "staff_password"
    if not kept.exists():
        kept.write_text(secrets.token_urlsafe(9))
        kept.chmod(0o600)
    return kept.read_text().strip()
