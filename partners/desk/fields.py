"""One form field for each value of a listing, as people write it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import URLField
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.spoken import spoken_choices
from directory.models.contact import PhoneType
from directory.models.services import Delivery, Group
from directory.panels.contact_forms import NotANumber, choices_with, normal_number
from partners.values import blank

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ORDINALS = {"": _("every week"), "1": _("the first of the month"), "2": _("the second of the month")} | {
    "3": _("the third of the month"),
    "4": _("the fourth of the month"),
    "-1": _("the last of the month"),
}


class PhoneField(forms.CharField):
    def __init__(self, country: str, **kwargs: Any) -> None:
        self.country = country
        super().__init__(**kwargs)
        self.widget.input_type = "tel"

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        try:
            return normal_number(text, self.country) if text else ""
        except NotANumber as error:
            sentence = gettext("This is not a whole phone number. Write it with the area code: (831) 555-0101.")
            raise ValidationError(sentence) from error


class DaysWidget(forms.MultiWidget):
    template_name = "partners/desk/days.html"

    def __init__(self) -> None:
        days = [(code, WEEKDAYS[number]) for number, code in enumerate(DAYS)]
        which = forms.Select({"aria-label": _("How often")}, choices=list(ORDINALS.items()))
        super().__init__({"days": forms.CheckboxSelectMultiple(choices=days), "which": which})

    def decompress(self, value: str | None) -> list[Any]:
        tokens = [token for token in (value or "").split(",") if token]
        return [[token[-2:] for token in tokens], tokens[0][:-2] if tokens else ""]


class DaysField(forms.MultiValueField):
    """`MO,TU` or `2SA` (RFC 5545, BYDAY): days, and which of the month."""

    widget = DaysWidget

    def __init__(self, **kwargs: Any) -> None:
        days = [(code, code) for code in DAYS]
        fields = (
            forms.MultipleChoiceField(choices=days, required=False),
            forms.ChoiceField(choices=list(ORDINALS.items()), required=False),
        )
        super().__init__(fields, required=False, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[Any]) -> str:
        days, which = data_list or ([], "")
        return ",".join(f"{which}{day}" for day in DAYS if day in days)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or "") != self.clean(data)


def can_be_asked(byday: str) -> bool:
    """Whether days and one ordinal say all of it; else it is shown in words and left to the office."""
    tokens = [token for token in byday.split(",") if token]
    return all(token[-2:] in DAYS for token in tokens) and len({token[:-2] for token in tokens}) <= 1


def field_for(model: Any, name: str, present: Any, country: str) -> forms.Field:
    """`present` is the value now, as `values_of` has it: an unknown kind stays a choice."""
    if name == "byday":
        return DaysField(label=_("Days"))
    if name in ("groups", "delivery"):
        choices = Group.choices if name == "groups" else Delivery.choices
        return _dressed(
            forms.MultipleChoiceField(choices=choices, required=False, widget=forms.CheckboxSelectMultiple), model, name
        )
    if name == "number":
        return _dressed(PhoneField(country, max_length=100, required=False), model, name)
    if name == "type":
        choices = choices_with([("", pgettext_lazy("kind of phone", "not said")), *PhoneType.choices], present)
        return _dressed(forms.ChoiceField(choices=choices, required=False), model, name)
    if name == "code":
        choices = choices_with([("", "—"), *spoken_choices()], present)
        return _dressed(forms.ChoiceField(choices=choices, required=False), model, name)
    known = model._meta.get_field(name)
    more = {"assume_scheme": "https"} if isinstance(known, URLField) else {}
    return _plain(known.formfield(**more))


def initial_of(field: forms.Field, value: Any) -> Any:
    """The stored value as the field itself reads it, so that what nobody touched has not changed."""
    if blank(value) == "" or isinstance(field, DaysField):
        return value
    try:
        return field.to_python(value)
    except ValidationError:
        return value


def _dressed(field: forms.Field, model: Any, name: str) -> forms.Field:
    known = model._meta.get_field(name)
    field.label, field.help_text = _capital(known.verbose_name), known.help_text
    return field


def _plain(field: Any) -> forms.Field:
    field.label = _capital(field.label)
    kinds = {forms.DateField: "date", forms.TimeField: "time"}
    for kind, html in kinds.items():
        if isinstance(field, kind):
            shape = "%Y-%m-%d" if html == "date" else "%H:%M"
            field.widget = type(field.widget)(attrs={"type": html}, format=shape)
    if isinstance(field.widget, forms.Textarea):
        field.widget.attrs["rows"] = 3
    return field


def _capital(label: Any) -> str:
    text = str(label)
    return text[:1].upper() + text[1:]
