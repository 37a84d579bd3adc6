"""What is written to somebody who signed up: in their language, once, with a link that opens their own page."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from core.locales import source_language
from core.mail import Attachment, post
from events.secrets import digest_of, new_secret
from events.signups.calendar_file import calendar_file
from events.signups.models import Key, ShiftDate, SignUp, State
from events.signups.shown import moment_in_words, shown_shift

COMING = (State.CONFIRMED, State.PENDING)
WITH_CALENDAR = ("signup_received", "signup_changed", "signup_off")


def key_prefix(sign_up: SignUp) -> str:
    return f"signup:{sign_up.pk}:"


def mark_of(row: ShiftDate) -> str:
    """The same as long as nothing has changed that somebody who comes must know."""
    event = row.occurrence.event
    facts = [row.starts_at, row.ends_at, row.off, event.school_id, event.location_id, event.place, event.online_url]
    return hashlib.sha256(json.dumps(list(map(str, facts))).encode()).hexdigest()


def write(folder: str, sign_up: SignUp, *, not_after: datetime | None = None, what: str = "") -> None:
    """A letter, where there is an address; the same one never twice. Remembers what this person has now been told."""
    row = ShiftDate.objects.whole().get(pk=sign_up.shift_date_id)
    SignUp.objects.filter(pk=sign_up.pk).update(told=mark_of(row))
    to = sign_up.volunteer.email
    if to:
        _post(folder, to, sign_up, row, not_after=not_after, what=what or f"{sign_up.state}:{_edition(sign_up, row)}")


@transaction.atomic
def write_received(sign_up_id: int) -> None:
    """Of a sign-up that nobody has been told about; twice is once."""
    sign_up = SignUp.objects.select_related("volunteer", "shift_date").filter(pk=sign_up_id, told="").first()
    if sign_up is not None:
        write("signup_received", sign_up)


def ask_guardian(sign_up: SignUp) -> str:
    """The address of the page where a parent agrees; it goes by mail where there is an address for it."""
    language = sign_up.language
    link = open_page(sign_up, Key.Opens.CONSENT)
    if "@" in sign_up.guardian_reach:
        row = ShiftDate.objects.whole().get(pk=sign_up.shift_date_id)
        with override(language):
            context = {"sign_up": sign_up, "shift": shown_shift(row, language), "link": link}
        _send("signup_guardian", sign_up.guardian_reach, language, f"{key_prefix(sign_up)}guardian", context)
    return link


def tell_lead(sign_up: SignUp) -> None:
    """To whoever runs the shift: that a place became free late, and which; no name goes by mail."""
    row = ShiftDate.objects.whole().get(pk=sign_up.shift_date_id)
    lead = row.lead
    to = ((lead.account.email if lead.account else "") or lead.email) if lead else row.occurrence.event.contact_email
    if to:
        language = source_language()
        with override(language):
            context = {"shift": shown_shift(row, language)}
        _send("signup_left_late", to, language, f"{key_prefix(sign_up)}late", context, not_after=row.starts_at)


def open_page(sign_up: SignUp, opens: str = Key.Opens.SIGN_UP) -> str:
    """A new secret address of the sign-up's page; those given before stay good."""
    secret = new_secret()
    Key.objects.create(sign_up=sign_up, opens=opens, digest=secret.digest)
    name = "sign_up_consent" if opens == Key.Opens.CONSENT else "my_sign_up"
    with override(sign_up.language):
        return settings.PUBLIC_URL + reverse(name, args=[secret.text])


def opened(secret: str, opens: str = Key.Opens.SIGN_UP) -> SignUp | None:
    key = Key.objects.filter(digest=digest_of(secret), opens=opens).first()
    return SignUp.objects.whole().get(pk=key.sign_up_id) if key is not None else None


def _post(folder: str, to: str, sign_up: SignUp, row: ShiftDate, *, not_after: datetime | None, what: str) -> None:
    language = sign_up.language
    with override(language):
        context = {"sign_up": sign_up, "shift": shown_shift(row, language), "link": open_page(sign_up)}
        if sign_up.offered_until:
            context["until"] = moment_in_words(sign_up.offered_until.astimezone(row.occurrence.event.zone))
    key = f"{key_prefix(sign_up)}{folder}:{what}"
    _send(folder, to, language, key, context, not_after=not_after, attachments=_calendar(folder, sign_up))


def _calendar(folder: str, sign_up: SignUp) -> list[Attachment]:
    """For whoever comes, and for whoever has to take it out again: the UID is the same."""
    if sign_up.state not in COMING or folder not in WITH_CALENDAR:
        return []
    return [Attachment("ventanilla.ics", "text/calendar", calendar_file(sign_up))]


def _send(  # noqa: PLR0913  a letter has as many parts
    folder: str,
    to: str,
    language: str,
    key: str,
    context: dict[str, Any],
    *,
    not_after: datetime | None = None,
    attachments: Iterable[Attachment] = (),
) -> None:
    """An address that cannot be written to is no reason to lose a place."""
    try:
        post(folder, to, language, key, context, not_after=not_after, attachments=attachments)
    except ValidationError:
        return


def _edition(sign_up: SignUp, row: ShiftDate) -> str:
    until = f"{sign_up.offered_until:%s}" if sign_up.offered_until else ""
    return f"{mark_of(row)[:12]}{until}"
