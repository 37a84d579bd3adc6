"""When something is: a day and, where it matters, a time; one question with two inputs."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class Moment(NamedTuple):
    day: date
    at: time | None


class MomentWidget(forms.MultiWidget):
    use_fieldset = False  # The label is that of the day; the time brings its own.

    def __init__(self, attrs: dict[str, Any] | None = None):
        day = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        at = forms.TimeInput({"type": "time", "aria-label": _("Time")}, format="%H:%M")
        super().__init__({"day": day, "time": at}, attrs)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else ""

    def decompress(self, value: Moment | None) -> Sequence[Any]:
        return [value.day, value.at] if value else [None, None]


class MomentField(forms.MultiValueField):
    widget = MomentWidget

    def __init__(self, **kwargs: Any):
        wrong_day, wrong_time = _("Write the day as 2026-11-30."), _("Write the time as 15:30.")
        fields = (
            forms.DateField(error_messages={"invalid": wrong_day, "incomplete": wrong_day}),
            forms.TimeField(required=False, error_messages={"invalid": wrong_time}),
        )
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[Any]) -> Moment | None:
        if not data_list:
            return None
        if data_list[0] is None:
            raise ValidationError(_("Write the day as 2026-11-30."))
        return Moment(data_list[0], data_list[1])
