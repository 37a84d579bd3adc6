"""What ambassadors write in their room."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from schools.calendar import today
from schools.models import Appointment, Presence
from schools.room.models import Idea, TrainingTaken

ROWS_TO_FILL = 2  # Without a script there is no "add another": two rows at a time do.
LONGEST = 240  # Hours; more is a slip of the finger.


def time_of_day() -> forms.TimeInput:
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


TimesFormSet = forms.inlineformset_factory(
    Appointment,
    Presence,
    fields=["weekday", "opens_at", "closes_at", "where"],
    widgets={"opens_at": time_of_day(), "closes_at": time_of_day()},
    extra=ROWS_TO_FILL,
)


class TakenForm(forms.ModelForm):
    class Meta:
        model = TrainingTaken
        fields = ["training", "on", "hours"]
        labels = {"training": _("Which training"), "on": _("The day it ended"), "hours": _("How many hours it took")}
        widgets = {"on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def clean_on(self) -> Any:
        if self.cleaned_data["on"] > today():
            raise ValidationError(_("This day has not come yet."))
        return self.cleaned_data["on"]

    def clean_hours(self) -> Any:
        if not 0 < self.cleaned_data["hours"] <= LONGEST:
            raise ValidationError(_("How many hours did it take?"))
        return self.cleaned_data["hours"]


class IdeaForm(forms.ModelForm):
    class Meta:
        model = Idea
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Your idea")
