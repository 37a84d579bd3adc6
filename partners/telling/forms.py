"""What is asked of somebody without an account: about a listing, about help that is missing, about whose it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.public import PublicForm
from partners.models import Problem, Suggestion


class ReportForm(PublicForm):
    problem = forms.ChoiceField(label=_("What is wrong?"), choices=Problem.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What is right?"),
        max_length=1000,
        required=False,
        help_text=_("For example: the new number, or the hours on the door."),
        widget=forms.Textarea({"rows": 3}),
    )
    contact = forms.CharField(
        label=_("Phone number or e-mail address, if we may ask you"),
        max_length=254,
        required=False,
        help_text=_("Only our office sees it. It is deleted after half a year."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class SuggestForm(PublicForm):
    """`alike` are listings it may already be; the box to say that it is none of them stands only beside them."""

    what = forms.ChoiceField(
        label=_("What do you suggest?"),
        choices=Suggestion.What.choices,
        initial=Suggestion.What.SERVICE,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        help_text=_("Food pantry, English class, free glasses … or the name of the organization."),
    )
    organization = forms.CharField(label=_("Who gives it?"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Phone"), max_length=60, required=False, widget=forms.TextInput({"type": "tel", "autocomplete": "off"})
    )
    website = forms.CharField(label=_("Web page"), max_length=300, required=False)
    place = forms.CharField(label=_("Where?"), max_length=200, required=False)
    hours = forms.CharField(label=_("When?"), max_length=200, required=False)
    words = forms.CharField(
        label=_("Anything else we should know?"), max_length=2000, required=False, widget=forms.Textarea({"rows": 3})
    )
    contact = forms.CharField(
        label=_("Your phone number or e-mail address, if we may ask you"),
        max_length=254,
        required=False,
        help_text=_("Only our office sees it. It is deleted after half a year."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    other = forms.BooleanField(label=_("It is none of these"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        is_service = given.get("what") == Suggestion.What.SERVICE
        helpful = [*(["organization"] if is_service else []), "phone", "website", "place"]
        if given.get("name") and not any(given.get(name) for name in helpful):
            self.add_error(helpful[0], _("Tell us one thing more, so that we can find it: who, where, or a phone."))
        return given


class ClaimForm(PublicForm):
    name = forms.CharField(label=_("Your name"), max_length=80, widget=forms.TextInput({"autocomplete": "name"}))
    job = forms.CharField(label=_("What do you do there?"), max_length=80, required=False)
    email = forms.EmailField(
        label=_("Your e-mail address at work"),
        help_text=_("You will sign in with it. One at your organization's own web address is checked faster."),
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=40,
        required=False,
        help_text=_("Otherwise we call the number that stands in the directory."),
        widget=forms.TextInput({"type": "tel"}),
    )
