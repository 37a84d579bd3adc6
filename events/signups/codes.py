"""A code by mail for whoever wants to see their sign-ups: one at a time, for half an hour, good once."""

import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.mail import post
from events.secrets import digest_of
from events.signups.models import Code, SignUp

GOOD_FOR = timedelta(minutes=30)
MOST_AN_HOUR = 5
MOST_TRIES = 5


@transaction.atomic
def send_code(email: str, language: str) -> None:
    """Nothing is sent to an address that nobody signed up with, and nobody is told which these are."""
    now = timezone.now()
    recent = Code.objects.filter(email=email, until__gt=now + GOOD_FOR - timedelta(hours=1)).count()
    known = SignUp.objects.filter(volunteer__reach=email, shift_date__starts_at__gt=now - timedelta(days=366))
    if recent >= MOST_AN_HOUR or not known.exists():
        return
    text = f"{secrets.randbelow(10**8):08d}"
    code = Code.objects.create(email=email, digest=digest_of(f"{email}|{text}"), until=now + GOOD_FOR)
    shown = f"{text[:4]} {text[4:]}"
    post("signup_code", email, language, f"signup-code:{code.pk}", {"code": shown}, not_after=code.until)


def use_code(email: str, text: str) -> Code:
    """The newest code of an address, used up by this. Raises ValidationError for a wrong, old or used one."""
    with transaction.atomic():
        now = timezone.now()
        code = Code.objects.select_for_update().filter(email=email).order_by("-pk").first()
        if code is None or code.used_at or code.until < now or code.tries >= MOST_TRIES:
            wrong = True
        elif wrong := code.digest != digest_of(f"{email}|{text}"):
            code.tries += 1
            code.save(update_fields=["tries"])
        else:
            code.used_at = now
            code.save(update_fields=["used_at"])
    if wrong or code is None:
        raise ValidationError(_("This code is not right, or it is too old. Look at the newest letter, or ask again."))
    return code


def forget_codes() -> None:
    Code.objects.filter(until__lt=timezone.now() - timedelta(hours=1)).delete()
