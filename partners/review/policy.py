"""What is listed and what is not, as the office has published it: the checklist beside every decision."""

from typing import Any

from django.utils.translation import gettext_lazy as _

QUESTIONS = (
    _("It helps families of this district, and nobody has to believe, buy or sign anything to get it."),
    _("Somebody answers at the phone or address it names, and the organization knows that it is listed."),
    _("What it costs and which papers are asked is said, or that nobody asks any."),
    _("It names no private address and no person who has not agreed."),
    _("It is not on the list of those who do not want to be listed."),
)


def policy() -> tuple[Any, ...]:
    return QUESTIONS
