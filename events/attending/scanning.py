"""The code on a volunteer's own page: it opens nothing but a page for staff, and names nobody."""

from django.conf import settings
from django.core import signing
from django.http import Http404
from django.urls import reverse

from events.signups.models import SignUp, State

SALT = "events.attending.scan"


def scan_address(sign_up: SignUp) -> str:
    """For `events/attending/code.html`; empty for who has no place."""
    if sign_up.state != State.CONFIRMED:
        return ""
    return settings.PUBLIC_URL + reverse("event_scan", args=[signing.dumps(sign_up.pk, salt=SALT)])


def scanned(token: str) -> int:
    """Raises Http404 for what we did not write."""
    try:
        return int(signing.loads(token, salt=SALT))
    except signing.BadSignature as wrong:
        raise Http404 from wrong
