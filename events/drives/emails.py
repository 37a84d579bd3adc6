"""Mails to those who pledged, in their language: what they bring, where and until when."""

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from core.mail import post
from core.models import said
from events.drives.models import DrivePage, Pledge
from events.drives.public.place import place_of
from events.private import path_in
from schools.ways import mail_address


def key_of(pledge: Pledge) -> str:
    """How the keys of all mails about a pledge begin."""
    return f"drive-pledge:{pledge.pk}:"


def own_path(secret: str, language: str) -> str:
    """Of the page on which a pledge is seen and changed."""
    return path_in(language, "own_pledge", secret)


def tell_what_is_pledged(pledge: Pledge, secret: str) -> None:
    link = settings.PUBLIC_URL + own_path(secret, pledge.language)
    _write("drive_pledged", pledge, "pledged", link=link)


def tell_what_changed(pledge: Pledge) -> None:
    """Each time: what is changed and changed back is two changes."""
    _write("drive_changed", pledge, f"changed:{timezone.now():%Y%m%d%H%M%S}")


def remind(pledge: Pledge, day: datetime) -> None:
    """`day`: the last one to bring things, at its beginning; after it nobody needs to be reminded."""
    _write("drive_reminder", pledge, f"reminder:{day.date()}", not_after=day + timedelta(days=1))


def begin_of(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _write(folder: str, pledge: Pledge, what: str, *, not_after: datetime | None = None, **more: Any) -> None:
    to, drive = mail_address(pledge.reach), pledge.stand.drive
    if to:
        with override(pledge.language):
            context = {**mail_words(pledge, drive), **more}
        post(folder, to, pledge.language, key_of(pledge) + what, context, not_after=not_after)


def mail_words(pledge: Pledge, drive: DrivePage) -> dict[str, Any]:
    """In the active language, which is that of the pledge."""
    language = pledge.language
    return {
        "title": drive.in_language(language).title,
        "reference": pledge.reference,
        "quantity": pledge.quantity,
        "thing": said(pledge.stand.name, language).text,
        "place": place_of(drive, language),
        "drive": drive,
    }
