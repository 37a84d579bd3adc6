"""On the day of a promise, whoever made it is reminded, once for each document."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile

from core.clock import day_and_year_in_words
from core.mail import post
from core.models import said
from schools.calendar import today
from schools.pairs.models import PairedFile, VideoVersion


def remind_of_promises() -> int:
    """Safe twice: a half says on which day it was reminded of, and another day promised begins anew."""
    return sum(_remind(half) for half in _due())


def _due() -> Iterable[PairedFile | VideoVersion]:
    halves = (model.objects.due_by(today()).filter(reminded_on=None) for model in (PairedFile, VideoVersion))
    return chain.from_iterable(each.select_related("pair", "promised_by") for each in halves)


@transaction.atomic
def _remind(half: PairedFile | VideoVersion) -> bool:
    half.reminded_on = today()
    half.save(update_fields=["reminded_on"])
    person: Any = half.promised_by
    if person is None or not person.is_active or not person.email:
        return False
    language = UserProfile.get_for_user(person).get_preferred_language()
    try:
        post("promise_is_due", person.email, language, _key(half), _context(half, language))
    except ValidationError:
        return False  # Staff see the promise in the report all the same.
    return True


def _key(half: PairedFile | VideoVersion) -> str:
    """One mail for a document, also where both its languages are due on one day."""
    return f"{half.pair._meta.model_name}:{half.pair.pk}:due:{half.promised_for}:{half.promised_by_id}"


def _context(half: PairedFile | VideoVersion, language: str) -> dict[str, Any]:
    with override(language):
        return {
            "title": said(half.pair.title, language).text,
            "in_language": half.language_name,
            "day": day_and_year_in_words(half.promised_for) if half.promised_for else "",
            "link": settings.PUBLIC_URL
            + reverse(f"wagtailsnippets_pairs_{half.pair._meta.model_name}:edit", args=[half.pair.pk]),
        }
