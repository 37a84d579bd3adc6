"""Somebody wants to join a council: a short form, without an account."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from core.alternates import set_alternates
from core.forms.public import PublicForm
from core.forms.views import PublicFormView
from core.spoken import spoken_choices
from schools.councils.joining import take_interest
from schools.councils.models import CouncilPage


class JoinForm(PublicForm):
    name = forms.CharField(
        label=_("What should we call you?"),
        help_text=_("A first name or a nickname is enough."),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    reach = forms.CharField(
        label=_("How can we reach you?"),
        help_text=_("One phone number or one e-mail address."),
        max_length=120,
    )
    language = forms.ChoiceField(label=_("In which language should we talk to you?"), choices=spoken_choices)
    why = forms.CharField(
        label=_("Why would you like to join?"),
        help_text=_("If you want to tell us. Please do not write names of students."),
        required=False,
        max_length=600,
        widget=forms.Textarea({"rows": 4}),
    )


class JoinView(PublicFormView):
    form_class = JoinForm
    button = _("Send")
    answer_heading = _("Thank you. Somebody from the council gets in touch with you.")
    council: Any = None

    def get_initial(self) -> dict[str, Any]:
        return {"language": self.council.locale.language_code}

    def words(self, **more: Any) -> dict[str, Any]:
        heading = _("I want to join: %(council)s") % {"council": self.council.title}
        what_next = _(
            "Somebody from the council gets in touch with you. Only those who look after the council’s page read this, "
            "and what you wrote is deleted %(days)s days after it is settled, and %(most)s days after you sent it if "
            "it never is."
        ) % {"days": settings.PERSONAL_DATA_KEPT_DAYS, "most": settings.PERSONAL_DATA_KEPT_UNTOUCHED_DAYS}
        return {**super().words(**more), "heading": heading, "what_next": what_next, "page": self.council}

    def act(self, form: Any) -> str:
        given = {name: form.cleaned_data[name] for name in ("name", "reach", "language", "why")}
        return take_interest(self.council, **given).reference


def join(request: HttpRequest, page: CouncilPage) -> HttpResponseBase:
    if not page.facts.takes_members:
        raise Http404
    set_alternates(request, {code: f"{path}join/" for code, path in page.alternate_paths().items()})
    view = JoinView.as_view(council=page)
    return view(request)
