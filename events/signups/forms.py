"""What is asked of somebody who signs up: at most six questions, and a parent's name where one is needed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.forms.public import PublicForm
from core.mail.envelope import checked_address
from core.spoken import spoken_choices
from events.signups.models import ShiftDate
from events.volunteers.identity import checked_reach
from events.volunteers.models import AgeBand
from schools.choosing import school_choices
from schools.models import SchoolPage

MOST_CHILDREN = 8
GUARDIAN = ("guardian_name", "guardian_reach")


def _schools() -> list[tuple[str, Any]]:
    return [("", _("None, or I do not want to say")), *school_choices(get_language() or "")]


class SignUpForm(PublicForm):
    """For one shift at one date; what that does not ask is not there."""

    name = forms.CharField(label=_("Your name"), max_length=80, widget=forms.TextInput({"autocomplete": "name"}))
    reach = forms.CharField(
        label=_("E-mail address or phone number"),
        max_length=254,
        help_text=_("With an e-mail address you get a confirmation, a reminder, and word of every change."),
        widget=forms.TextInput({"autocomplete": "email"}),
    )
    age_band = forms.ChoiceField(
        label=_("Your age"), choices=AgeBand.choices, widget=forms.RadioSelect, initial=AgeBand.ADULT
    )
    guardian_name = forms.CharField(label=_("Name of your parent or guardian"), max_length=80, required=False)
    guardian_reach = forms.CharField(
        label=_("Their e-mail address or phone number"),
        max_length=254,
        required=False,
        help_text=_("We ask them whether they agree. Only then you are signed up."),
    )
    school = forms.ChoiceField(label=_("Your school"), required=False, choices=_schools)
    children = forms.IntegerField(
        label=_("Children who need child care"),
        required=False,
        min_value=0,
        max_value=MOST_CHILDREN,
        help_text=_("Leave it empty if none."),
    )
    interpreter = forms.ChoiceField(
        label=_("Interpreter for"), required=False, choices=lambda: [("", _("I need none")), *spoken_choices()]
    )
    notes = forms.CharField(
        label=_("Anything we should know?"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Please nothing about illnesses, and no names of students."),
    )
    swap = forms.BooleanField(label=_("Take this one instead, and give the other place back"), required=False)

    def __init__(self, *args: Any, shift_date: ShiftDate, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.offers_swap = False
        asks_children = shift_date.child_care_places is not None
        asks_interpreter = shift_date.interpreter_places is not None
        unasked = {"children": asks_children, "interpreter": asks_interpreter}
        # Six questions are enough: a workshop asks about children and interpreters, and not about the school.
        unasked["school"] = not (asks_children or asks_interpreter)
        for name in (name for name, asked in unasked.items() if not asked):
            del self.fields[name]

    @property
    def guardian_is_open(self) -> bool:
        """What somebody has written there is never folded away, nor is what is still missing."""
        return any(self[name].value() or self[name].errors for name in GUARDIAN)

    def guardian_fields(self) -> list[Any]:
        return [self[name] for name in GUARDIAN]

    def asked(self) -> list[Any]:
        """The questions in their order; a parent's name follows the age, the swap stands where it is offered."""
        apart = (*GUARDIAN, "swap", "name", "reach", "age_band")
        return [self[name] for name in self.fields if name not in apart]

    def clean_reach(self) -> str:
        return checked_reach(self.cleaned_data["reach"])

    def clean_guardian_reach(self) -> str:
        reach = self.cleaned_data["guardian_reach"]
        return checked_reach(reach) if reach else ""

    def clean_children(self) -> int:
        return self.cleaned_data["children"] or 0

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("age_band") not in (None, AgeBand.ADULT):
            for name in GUARDIAN:
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Under 18, a parent or guardian has to agree: tell us whom we may ask."))
        return cleaned


def school_of(form: SignUpForm) -> SchoolPage | None:
    chosen = form.cleaned_data.get("school")
    return SchoolPage.objects.facts().live().filter(pk=chosen).first() if chosen else None


class AddressForm(PublicForm):
    email = forms.CharField(
        label=_("Your e-mail address"), max_length=254, widget=forms.EmailInput({"autocomplete": "email"})
    )

    def clean_email(self) -> str:
        return checked_address(self.cleaned_data["email"]).lower()


class CodeForm(PublicForm):
    email = forms.CharField(max_length=254, widget=forms.HiddenInput)
    code = forms.CharField(
        label=_("The code from our letter"),
        max_length=12,
        help_text=_("Eight digits. They are good for half an hour."),
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean_code(self) -> str:
        digits = "".join(each for each in self.cleaned_data["code"] if each.isdigit())
        if not digits:
            raise ValidationError(_("Write the eight digits from our letter."))
        return digits
