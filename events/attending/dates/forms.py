from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from core.clock import day_and_year_in_words
from core.models.in_languages import InLanguagesFormField
from events.making_dates import until
from events.models import EventPage
from events.recurrence.series import ChangeKind

AS_ALWAYS = _("Empty: as always.")


class DateForm(forms.Form):
    """What is to be different on one date; `facts` are those of a `ChangedDate`, None for as planned."""

    kind = ""

    def __init__(self, *args: Any, event: EventPage, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.event = event

    @property
    def facts(self) -> Mapping[str, Any] | None:
        names = ("reason", "new_day", "begins", "ends")
        given = {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        return {"kind": self.kind, **given} if self.kind else None


class CancelForm(DateForm):
    kind = ChangeKind.CANCELLED
    reason = InLanguagesFormField(
        label=_("Why?"), max_length=200, help_text=_("One sentence. It stands on the page and in the letters.")
    )


class TimesForm(DateForm):
    begins = forms.TimeField(label=_("Begins"), required=False, widget=AdminTimeInput, help_text=AS_ALWAYS)
    ends = forms.TimeField(label=_("Ends"), required=False, widget=AdminTimeInput, help_text=AS_ALWAYS)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if self.event.begins is None:
            del self.fields["begins"], self.fields["ends"]

    def check_day(self, name: str) -> None:
        day = self.cleaned_data.get(name)
        if day and day < timezone.localdate():
            self.add_error(name, gettext("This day is over. Choose one from today on."))
        elif day and day > until():
            values = {"day": day_and_year_in_words(until())}
            self.add_error(name, gettext("This day is too far off: dates are made until %(day)s.") % values)


class MoveForm(TimesForm):
    kind = ChangeKind.MOVED
    new_day = forms.DateField(
        label=_("New day"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Empty: the same day, at another time."),
    )
    reason = InLanguagesFormField(
        label=_("Why?"), max_length=200, required=False, help_text=_("If you want to say. It stands on the page.")
    )
    field_order = ("new_day", "begins", "ends", "reason")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.check_day("new_day")
        if not self.errors and not cleaned.get("new_day") and not cleaned.get("begins"):
            raise ValidationError(_("Say to which day or to what time it is moved."))
        return cleaned


class MoreForm(TimesForm):
    kind = ChangeKind.EXTRA
    day = forms.DateField(label=_("Day"), widget=AdminDateInput)
    field_order = ("day", "begins", "ends")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.check_day("day")
        if "day" in cleaned and self.event.occurrences.filter(day=cleaned["day"]).exists():
            self.add_error("day", gettext("It takes place on that day already."))
        return cleaned
