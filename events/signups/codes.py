"""A code by mail for whoever wants to see their sign-ups: one at a time, for half an hour, good once."""

import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from core.mail import post
from events.secrets import digest_of
from events.signups.models import Code, SignUp

GOOD_FOR = timedelta(minutes=30)
MOST_AN_HOUR = 5
MOST_TRIES = 5
WRONG = "wrong"


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


@transaction.atomic
def use_code(email: str, text: str) -> Code:
    """The newest code of an address, used up by this. Raises ValidationError for a wrong, old or used one."""
    code = _newest(email)
    if code is None or not _is_good(code) or code.digest != digest_of(f"{email}|{text}"):
        sentence = _("This code is not right, or it is too old. Look at the newest letter, or ask again.")
        raise ValidationError(sentence, code=WRONG)
    code.used_at = timezone.now()
    code.save(update_fields=["used_at"])
    return code


def count_wrong_try(email: str) -> None:
    """To be called after what refused the code was taken back, or the count would be, too."""
    code = _newest(email)
    if code is not None:
        Code.objects.filter(pk=code.pk).update(tries=F("tries") + 1)


def _newest(email: str) -> Code | None:
    return Code.objects.filter(email=email).order_by("-pk").first()


def _is_good(code: Code) -> bool:
    return code.used_at is None and code.until >= timezone.now() and code.tries < MOST_TRIES


def forget_codes() -> None:
    Code.objects.filter(until__lt=timezone.now() - timedelta(hours=1)).delete()
