"""The verbs as buttons: each is asked once more before it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from schools.asking import working
from schools.asking.models import Handover, HelpRequest, Status
from schools.asking.rights import at_the_desk, request_for


class SureForm(forms.Form):
    """`seen`: the status on the page where the button was pressed."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class OutcomeForm(SureForm):
    outcome = forms.CharField(
        label=_("How did it end?"), max_length=300, required=False, help_text=_("One line for yourself and the office.")
    )


class AgreementForm(SureForm):
    to = forms.CharField(label=_("To whom?"), max_length=160, help_text=_("The name of the partner."))
    agreed = forms.ChoiceField(label=_("Who agreed?"), choices=Handover.Agreed.choices, widget=forms.RadioSelect)
    how = forms.ChoiceField(label=_("How did they agree?"), choices=Handover.How.choices, widget=forms.RadioSelect)
    agreed_on = forms.DateField(label=_("When?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


@dataclass(frozen=True)
class Act:
    name: str
    label: str | Promise
    question: str | Promise
    to: Status
    form: type[SureForm]
    do: Callable[..., HelpRequest]


ACTS = {
    act.name: act
    for act in (
        Act(
            "contacted",
            pgettext_lazy("button", "I spoke with them"),
            _("Have you spoken with the family?"),
            Status.CONTACTED,
            SureForm,
            working.contact,
        ),
        Act(
            "connected",
            pgettext_lazy("button", "They got help"),
            _("Is the family connected with help?"),
            Status.CONNECTED,
            OutcomeForm,
            working.connect,
        ),
        Act(
            "passed-on",
            pgettext_lazy("button", "Pass on to a partner"),
            _("Has the family agreed that a partner learns about them?"),
            Status.PASSED_ON,
            AgreementForm,
            working.pass_on,
        ),
        Act(
            "no-reach",
            pgettext_lazy("button", "Could not reach them"),
            _("Have you tried more than once, at different times?"),
            Status.COULD_NOT_REACH,
            OutcomeForm,
            working.could_not_reach,
        ),
        Act(
            "declined",
            pgettext_lazy("button", "They want no help any more"),
            _("Does the family want no help any more?"),
            Status.DECLINED,
            OutcomeForm,
            working.decline,
        ),
    )
}


def acts_on(asked: HelpRequest) -> list[Act]:
    if asked.is_purged:
        return []
    return [act for act in ACTS.values() if act.to in working.MOVES[asked.status]]


@at_the_desk
def act(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    asked = request_for(request.user, reference)
    if name not in ACTS:
        raise Http404
    chosen = ACTS[name]
    if request.method != "POST":
        return _asked_once_more(request, asked, chosen, chosen.form(initial={"seen": asked.status}))
    form = chosen.form(request.POST)
    if form.is_valid():
        try:
            chosen.do(asked, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages[0])
        else:
            messages.success(request, _("Done. You can take it back for a quarter of an hour."))
            return redirect("desk_request", reference)
    return _asked_once_more(request, asked, chosen, form)


def _asked_once_more(request: HttpRequest, asked: HelpRequest, chosen: Act, form: Any) -> HttpResponse:
    return render(request, "schools/asking/desk/act.html", {"asked": asked, "act": chosen, "form": form})
