"""Who a volunteer is, without an account: a name together with a phone number or an address."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from core.context import dialable
from events.volunteers.models import Volunteer
from search.analysis import fold

FEWEST_DIGITS, MOST_DIGITS = 10, 15


def checked_reach(text: str) -> str:
    """One phone number or one address, written in one way; raises ValidationError with what to write instead."""
    text = text.strip()
    if "@" in text:
        try:
            validate_email(text)
        except ValidationError as broken:
            raise ValidationError(_("Write an e-mail address such as name@example.org.")) from broken
        return text.lower()
    digits = dialable(text).removeprefix("+")
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        raise ValidationError(
            _("Write the whole phone number with its area code, for example 831 555 0100, or an e-mail address.")
        )
    return text


def person_key(name: str, reach: str) -> str:
    """The same for every way of writing both; nobody can turn it back."""
    return salted_hmac("events.volunteers", f"{_plain(name)}|{_one_way(reach)}", algorithm="sha256").hexdigest()


@transaction.atomic
def known_volunteer(name: str, reach: str, **facts: Any) -> Volunteer:
    """The one who was here before, with what they say now; or a new one."""
    volunteer, first = Volunteer.objects.get_or_create(
        person_key=person_key(name, reach), defaults={"name": name.strip(), "reach": reach, **facts}
    )
    if not first and any(getattr(volunteer, field) != value for field, value in facts.items()):
        for field, value in facts.items():
            setattr(volunteer, field, value)
        volunteer.save(update_fields=list(facts))
    return volunteer


def _plain(name: str) -> str:
    return " ".join(fold(word) for word in name.casefold().split())


def _one_way(reach: str) -> str:
    """Ten digits tell a phone apart, with the country or without."""
    return reach.lower() if "@" in reach else dialable(reach).removeprefix("+")[-FEWEST_DIGITS:]
