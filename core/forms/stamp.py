"""When a form was shown, and its one-time key: signed, so that both come back as they went out."""

import secrets
import time
from dataclasses import dataclass, replace

from django.core import signing

QUICKEST = 2  # Seconds; nobody reads and writes faster.
OLDEST = 24 * 3600


@dataclass(frozen=True)
class Stamp:
    key: str
    shown_at: float

    @classmethod
    def fresh(cls) -> "Stamp":
        return cls(secrets.token_urlsafe(24), time.time())

    def renewed(self) -> "Stamp":
        """The clock starts anew; the key stays, so that what was sent before still counts."""
        return replace(self, shown_at=time.time())

    @property
    def too_quick(self) -> bool:
        return time.time() - self.shown_at < QUICKEST

    @property
    def too_old(self) -> bool:
        return time.time() - self.shown_at > OLDEST

    def signed(self, form: str) -> str:
        return signing.dumps([self.key, self.shown_at], salt=f"core.forms.{form}")


def stamp_in(value: str, form: str) -> Stamp | None:
    """None for what we did not sign, or signed for another form."""
    try:
        key, shown_at = signing.loads(value, salt=f"core.forms.{form}")
    except (signing.BadSignature, ValueError):
        return None
    return Stamp(key, shown_at)
