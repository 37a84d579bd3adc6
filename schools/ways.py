"""How to reach somebody: one answer that is an e-mail address or a phone number."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.context import dialable
from core.mail.envelope import checked_address

FEWEST_DIGITS, MOST_DIGITS = 7, 15


class WayField(forms.CharField):
    """Refuses what is neither; a number keeps the shape it was written in."""

    def __init__(self, **kwargs: Any):
        super().__init__(max_length=200, **kwargs)

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if not text:
            return ""
        if "@" in text:
            return checked_address(text)
        if FEWEST_DIGITS <= len(dialable(text).lstrip("+")) <= MOST_DIGITS:
            return text
        raise ValidationError(_("Write an e-mail address, or a phone number with its area code."))


def mail_address(way: str) -> str:
    """The way itself where it is an e-mail address."""
    return way if "@" in way else ""
