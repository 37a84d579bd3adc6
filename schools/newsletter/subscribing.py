"""The acts around a subscription: asked for, confirmed, ended. None of them tells who is subscribed."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from core.mail import forget, post
from schools.calendar import today
from schools.models import SchoolPage
from schools.newsletter.models import Departure, Subscription
from schools.references import new_secret

MOST_WAITING = 3  # Letters that ask one address; more would let a stranger fill somebody's mailbox.


def address_key(address: str) -> str:
    """The same for every way of writing an address; nobody can turn it back."""
    return salted_hmac("schools.newsletter", address.strip().lower(), algorithm="sha256").hexdigest()


def mail_prefix(address: str) -> str:
    return f"newsletter:{address_key(address)}:"


@transaction.atomic
def ask_to_confirm(address: str, language: str, school: SchoolPage | None) -> None:
    """Known or not, the address gets one letter a day that asks; it changes nothing until somebody answers it."""
    address = address.strip().lower()
    asked, _created = Subscription.objects.get_or_create(
        address=address, language=language, school=school, defaults={"secret": new_secret()}
    )
    if Subscription.objects.filter(address=address, confirmed_at=None).exclude(pk=asked.pk).count() >= MOST_WAITING:
        return
    link = settings.PUBLIC_URL + path_of("newsletter_confirm", asked.secret, language)
    key = f"{mail_prefix(address)}confirm:{asked.pk}:{today()}"
    not_after = timezone.now() + timedelta(days=settings.NEWSLETTER_CONFIRM_WITHIN_DAYS)
    post("newsletter_confirm", address, language, key, {"link": link}, not_after=not_after)


@transaction.atomic
def confirm(secret: str) -> bool:
    """False where nobody asked, or too long ago."""
    asked = Subscription.objects.filter(secret=secret).first()
    if asked is None:
        return False
    Subscription.objects.filter(pk=asked.pk, confirmed_at=None).update(confirmed_at=timezone.now())
    Departure.objects.filter(key=address_key(asked.address)).delete()
    return True


@transaction.atomic
def leave(secret: str) -> None:
    """End everything for this address, also what is in the post; for one that is unknown there is nothing to do."""
    asked = Subscription.objects.filter(secret=secret).first()
    if asked is None:
        return
    forget(mail_prefix(asked.address))
    Departure.objects.get_or_create(key=address_key(asked.address))
    Subscription.objects.filter(address=asked.address).delete()


def forget_unconfirmed() -> None:
    before = timezone.now() - timedelta(days=settings.NEWSLETTER_CONFIRM_WITHIN_DAYS)
    for asked in Subscription.objects.filter(confirmed_at=None, asked_at__lt=before):
        if not Subscription.objects.filter(address=asked.address).exclude(pk=asked.pk).exists():
            forget(mail_prefix(asked.address))
        asked.delete()


def path_of(name: str, secret: str, language: str) -> str:
    with override(language):
        return reverse(name, args=[secret])
