"""The form of families, and the two of whoever answers it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.public import PublicForm
from core.spoken import spoken_choices
from schools.calendar import today
from schools.choosing import SchoolOrOfficeField, school_choices
from schools.interpreting.models import InterpreterRequest
from schools.moments import Moment, MomentField
from schools.ways import WayField

FARTHEST = 366  # Days; a later date is a slip of the finger.


def language_choices() -> list[tuple[str, Any]]:
    return [("", _("Choose…")), *spoken_choices()]


class InterpreterForm(PublicForm):
    what = forms.ChoiceField(
        label=_("What do you need?"), choices=InterpreterRequest.What.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=language_choices)
    school = SchoolOrOfficeField(label=_("At which school?"))
    when = MomentField(
        label=_("When?"),
        help_text=_("The day and the time. For a document, the day by which you need it is enough."),
    )
    about = forms.CharField(
        label=_("Where, and what is it about?"),
        help_text=_("A few words. For example: room 12, how my child is reading. No full names, please."),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )
    way = WayField(
        label=_("How can we reach you?"),
        help_text=_("Your e-mail address or your phone number. We use it for this answer alone."),
    )

    def clean_when(self) -> Moment:
        when: Moment = self.cleaned_data["when"]
        day = when.day
        if day < today():
            raise ValidationError(gettext("This day is over. Which day do you mean?"))
        if (day - today()).days > FARTHEST:
            raise ValidationError(gettext("This day is more than a year away. Which day do you mean?"))
        return when


class RegretForm(forms.Form):
    offer = forms.ChoiceField(
        label=_("What we offer instead"),
        choices=InterpreterRequest.Offer.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    offered_on = forms.DateField(
        label=_("The other day"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )


class FilterForm(forms.Form):
    """What narrows the list; an unknown value narrows nothing."""

    status = forms.ChoiceField(
        label=_("State"), required=False, choices=lambda: _all(InterpreterRequest.Status.choices)
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=lambda: _all(_languages_asked_for()))
    school = forms.ChoiceField(label=_("School"), required=False, choices=lambda: _all(school_choices("")))

    def chosen(self) -> dict[str, str]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _all(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [("", _("All")), *choices]


def _languages_asked_for() -> list[tuple[str, Any]]:
    used = set(InterpreterRequest.objects.order_by().values_list("language", flat=True).distinct())
    return [choice for choice in spoken_choices() if choice[0] in used]
