"""What documents and videos share: one thing, a row for each language, and a promise where a language is missing."""

import unicodedata
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import InLanguagesField, said
from core.spoken import in_sentence


class Pair(models.Model):
    """One thing in all languages of the site. Meetings, programmes and events point at it; it knows none of them."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # Part of the address; cannot be guessed.
    title = InLanguagesField(_("title"))
    date = models.DateField(_("date"), help_text=_("The date families know it by: of the meeting, of the letter."))
    found_by = models.TextField(editable=False, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return said(self.title, settings.LANGUAGE_CODE).text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.found_by = searchable(" ".join(self.title.values()))
        super().save(*args, **kwargs)


class Half(models.Model):
    """A pair in one language, or the day by which it is promised. The promise stays as a record once it is kept."""

    language = models.CharField(_("language"), max_length=10)
    promised_for = models.DateField(_("promised for"), null=True, blank=True)
    promised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    reminded_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_there(self) -> bool:
        raise NotImplementedError

    @property
    def language_name(self) -> str:
        return in_sentence(self.language)


def searchable(text: str) -> str:
    """As written and without accents, so that staff find “Reunión” by either."""
    plain = unicodedata.normalize("NFKD", text)
    return f"{text} {''.join(sign for sign in plain if not unicodedata.combining(sign))}"
