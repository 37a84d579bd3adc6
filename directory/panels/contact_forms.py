"""Phones, languages, addresses and prices as people type them."""

import re
from typing import Any

import phonenumbers
from django import forms
from django.conf import settings
from django.utils.translation import gettext, pgettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm

from core.spoken import spoken_choices
from directory.models.contact import PhoneType

SHORT_NUMBER = re.compile(r"^[0-9]{3,6}$")  # 211, 988: dialled as they are.
US_ZIP = re.compile(r"^[0-9]{5}(-[0-9]{4})?$")


class NotANumber(ValueError):
    pass


def normal_number(text: str, country: str) -> str:
    """A phone number the way the country writes it; short numbers and numbers with letters stay as typed."""
    text = " ".join(text.split())
    if SHORT_NUMBER.match(text):
        return text
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException as error:
        raise NotANumber(text) from error
    if not phonenumbers.is_possible_number(number):
        raise NotANumber(text)
    if any(letter.isalpha() for letter in text):
        return text
    at_home = phonenumbers.country_code_for_region(country) == number.country_code
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, style.NATIONAL if at_home else style.INTERNATIONAL)


def choices_with(choices: list[tuple[str, Any]], present: str) -> list[tuple[str, Any]]:
    """Choices that also offer the value a row already has, whatever an import brought."""
    known = {value for value, _label in choices}
    return [*choices, (present, present)] if present and present not in known else choices


class PhoneForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", pgettext_lazy("kind of phone", "not said")), *PhoneType.choices]
        self.fields["type"].widget = forms.Select(choices=choices_with(choices, self.instance.type))

    def clean_number(self) -> str:
        number = self.cleaned_data["number"]
        if not number or "number" not in self.changed_data:
            return number
        try:
            return normal_number(number, settings.COUNTRY)
        except NotANumber as error:
            raise forms.ValidationError(
                gettext("This is not a whole phone number. Write it with the area code: (831) 555-0101.")
            ) from error


class LanguageForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", pgettext_lazy("language", "another language (write its name)")), *spoken_choices()]
        self.fields["code"].widget = forms.Select(choices=choices_with(choices, self.instance.code))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation and not cleaned.get("code") and not cleaned.get("name"):
            self.add_error("code", gettext("Choose a language, or write its name."))
        return cleaned


class AddressForm(WagtailAdminModelForm):
    def clean_postal_code(self) -> str:
        code = self.cleaned_data["postal_code"].strip()
        abroad = self.data.get(self.add_prefix("country"), settings.COUNTRY).upper() != "US"
        if not code or abroad or US_ZIP.match(code) or "postal_code" not in self.changed_data:
            return code
        raise forms.ValidationError(gettext("A ZIP code has five digits: 93905."))

    def clean_country(self) -> str:
        return self.cleaned_data["country"].upper()

    def clean_state_province(self) -> str:
        state = self.cleaned_data["state_province"].strip()
        return state.upper() if len(state) == 2 else state


class CostForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("amount") is not None and not cleaned.get("currency"):
            cleaned["currency"] = "USD" if settings.COUNTRY == "US" else ""
        if cleaned.get("currency") == "" and cleaned.get("amount") is not None:
            self.add_error("currency", gettext("In which currency? Three letters, for example USD."))
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", gettext("This day is before “valid from”."))
        return cleaned
