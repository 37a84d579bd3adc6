"""The smallest form a family could meet, on pages of its own."""

from typing import Any

from django import forms
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import path

from config.urls import urlpatterns as pages_of_the_house
from core.forms.public import PublicForm
from core.forms.views import PublicFormView


class QuestionForm(PublicForm):
    name = forms.CharField(
        label="First name", help_text="Or a nickname.", widget=forms.TextInput({"autocomplete": "given-name"})
    )
    way = forms.ChoiceField(label="How?", choices=[("call", "Call me"), ("text", "Text me")], widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(
        label="About", choices=[("food", "Food"), ("rent", "Rent")], required=False, widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="I agree", help_text="To be called.")
    words = forms.CharField(label="Anything else", required=False, widget=forms.Textarea)


class QuestionView(PublicFormView):
    """Groups stand in for whatever a form makes: they need no table of their own."""

    form_class = QuestionForm
    heading = "Ask us"
    answer_heading = "We got it"

    def act(self, form: Any) -> str:
        if form.cleaned_data["name"] == "Nobody":
            raise ValidationError("Nobody has left.")
        group = Group.objects.create(name=f"{form.cleaned_data['name']} {form.key}")
        return f"A-{group.pk}"


urlpatterns = [*i18n_patterns(path("question/", QuestionView.as_view())), *pages_of_the_house]
