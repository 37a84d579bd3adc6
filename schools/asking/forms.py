"""What is asked of somebody who asks for help: six questions, of which two may stay empty."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from core.context import dialable
from core.forms.public import PublicForm
from core.locales import source_language
from core.spoken import spoken_choices
from schools.asking.about import local_path
from schools.asking.models import Kind, Way
from schools.models import SchoolPage

FEWEST_DIGITS, MOST_DIGITS = 10, 15


class AskForm(PublicForm):
    """`schools`: those that can be chosen, facts pages. The safe ways to reach somebody belong to the question how."""

    school = forms.ModelChoiceField(
        label=_("Which school?"),
        queryset=SchoolPage.objects.none(),
        required=False,
        to_field_name="slug",
        empty_label=_("I do not know, or none of these"),
        help_text=_("The ambassador of that school answers you. Without a school our office does."),
    )
    kind = forms.ChoiceField(
        label=_("What kind of help?"),
        choices=[("", _("Please choose")), *Kind.choices],
        help_text=_("The nearest one."),
    )
    name = forms.CharField(
        label=_("Your first name or a nickname"),
        max_length=60,
        help_text=_("So that we know whom to ask for."),
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    way = forms.ChoiceField(
        label=_("How should we reach you?"), choices=Way.choices, widget=forms.RadioSelect, initial=Way.CALL
    )
    contact = forms.CharField(
        label=_("Phone number or e-mail address"), max_length=254, widget=forms.TextInput({"autocomplete": "off"})
    )
    do_not_call = forms.BooleanField(label=_("Do not call me"), required=False)
    do_not_leave_message = forms.BooleanField(label=_("Do not leave a message"), required=False)
    safe_when = forms.CharField(
        label=_("When and how is it safe?"),
        max_length=200,
        required=False,
        help_text=_("For example: mornings only, or never mention the school."),
    )
    language = forms.ChoiceField(label=_("Which language do you speak best?"), choices=spoken_choices)
    words = forms.CharField(
        label=_("Anything else we should know?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
        help_text=_("Please write no names of students, no immigration status and no card or account numbers."),
    )
    about = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    safe_names = ("do_not_call", "do_not_leave_message", "safe_when")

    def __init__(self, *args: Any, schools: Any = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        language = get_language() or source_language()
        school: Any = self.fields["school"]
        school.queryset = live_schools() if schools is None else schools
        titles = titles_in(language)
        school.label_from_instance = lambda page: titles.get(page.translation_key, page.title)
        self.fields["language"].initial = language

    @property
    def safe_is_open(self) -> bool:
        """What somebody has written there is never folded away."""
        return any(self[name].value() or self[name].errors for name in self.safe_names)

    def safe_fields(self) -> list[Any]:
        return [self[name] for name in self.safe_names]

    def clean_about(self) -> str:
        return local_path(self.cleaned_data["about"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        way, contact = cleaned.get("way"), cleaned.get("contact", "")
        if way and contact and (sentence := _unreachable(way, contact)):
            self.add_error("contact", sentence)
        if way == Way.CALL and cleaned.get("do_not_call"):
            self.add_error("way", _("You chose a call and also “Do not call me”. Please choose one of them."))
        return cleaned


def _unreachable(way: str, contact: str) -> str:
    if way != Way.EMAIL:
        digits = len(dialable(contact).removeprefix("+"))
        right = FEWEST_DIGITS <= digits <= MOST_DIGITS
        return "" if right else gettext("Write the whole number with its area code, for example 831 555 0100.")
    try:
        validate_email(contact.strip())
    except ValidationError:
        return gettext("Write an e-mail address such as name@example.org.")
    return ""


def live_schools() -> Any:
    return SchoolPage.objects.facts().live().order_by("title")


def titles_in(language: str) -> dict[Any, str]:
    pages = SchoolPage.objects.live().filter(locale__language_code=language)
    return dict(pages.values_list("translation_key", "title"))
