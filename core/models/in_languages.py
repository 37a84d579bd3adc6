"""Short words of things that are no listings and no pages: one field that holds a text for each language.

A title of a document, the place where somebody can be found, a reason: too short for a translator's desk, and written
by the same person in the same minute. Longer prose belongs to pages and listings.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import Word
from core.locales import source_language

Said = Mapping[str, str]


def said(words: Said, language: str) -> Word:
    """The words in a language; else in the source language or any other, marked with the language they are in."""
    for code in (language, source_language(), *words):
        if text := words.get(code):
            return Word(text, "" if code == language else code)
    return Word("")


class InLanguagesWidget(forms.MultiWidget):
    """One input for each language, each with its language's name."""

    template_name = "core/widgets/in_languages.html"

    def __init__(self, *, long: bool = False, attrs: dict[str, Any] | None = None):
        self.codes = [code for code, _name in settings.LANGUAGES]
        one = forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput()
        super().__init__(dict.fromkeys(self.codes, one), attrs)

    def decompress(self, value: Said | None) -> list[str]:
        return [(value or {}).get(code, "") for code in self.codes]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for (code, label), widget in zip(settings.LANGUAGES, context["widget"]["subwidgets"], strict=True):
            widget["language_name"] = label
            widget["attrs"] |= {"lang": code, "aria-label": f"{label}"}
        return context


class InLanguagesFormField(forms.MultiValueField):
    """Required means: in every language, so that nobody learns of a missing half from a family."""

    def __init__(self, *, long: bool = False, max_length: int | None = None, required: bool = True, **kwargs: Any):
        self.codes = [code for code, _name in settings.LANGUAGES]
        kwargs.setdefault("widget", InLanguagesWidget(long=long))
        fields = [forms.CharField(required=required, max_length=max_length) for _code in self.codes]
        super().__init__(fields, required=required, require_all_fields=False, **kwargs)

    def clean(self, value: Sequence[str]) -> dict[str, str]:
        # A browser sends every input; a program may leave one out.
        written = {code for code, text in zip(self.codes, value or [], strict=False) if text and text.strip()}
        missing = [str(name) for code, name in settings.LANGUAGES if code not in written]
        if missing and (self.required or written):
            raise ValidationError(
                _("Write it in %(languages)s too."), code="missing", params={"languages": ", ".join(missing)}
            )
        return super().clean(value)

    def compress(self, data_list: list[str]) -> dict[str, str]:
        return {code: text for code, text in zip(self.codes, data_list, strict=False) if text}

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.compress([text or "" for text in data or []]) != (initial or {})


class InLanguagesField(models.JSONField):
    """`{"en": "Front office", "es": "Recepción"}`; read it with `said`. All languages of the settings or none."""

    def __init__(self, *args: Any, long: bool = False, max_length: int | None = 200, **kwargs: Any):
        self.long, self.longest = long, max_length
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs.pop("widget", None)
        return InLanguagesFormField(
            long=self.long,
            max_length=self.longest,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            **{name: kwargs[name] for name in ("initial", "disabled") if name in kwargs},
        )

    def get_searchable_content(self, value: Said) -> str:
        return " ".join(value.values())
