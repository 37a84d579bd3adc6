"""The verbs of the roster: each a button, each a POST."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from events.attending.rights import at_the_event_desk, may_record_checks, sign_up_for
from events.attending.walk_ins import came_after_all, did_not_come
from events.signups.consent import agree
from events.signups.models import SignUp, State
from events.signups.releasing import release
from events.signups.taking import put_back
from events.volunteers.checking import ends_on, record
from events.volunteers.models import ClearanceTier
from schools.calendar import today


def _cancel(sign_up: SignUp, _by: Any) -> str:
    if not release(sign_up):
        raise ValidationError(_("This is over, or was cancelled before."))
    return gettext(
        "Cancelled. The next in line is offered the place. If it was a mistake: the name stands below, put it back."
    )


def _put_back(sign_up: SignUp, _by: Any) -> str:
    if put_back(sign_up).state == State.WAITING:
        return gettext("Back on the waiting list, at the place it had: the shift is full by now.")
    return gettext("Back on the list. This person is being told.")


def _agree(sign_up: SignUp, _by: Any) -> str:
    if not agree(sign_up):
        raise ValidationError(_("There is nothing to agree to any more."))
    return gettext("Written down: a parent agreed.")


def _did_not_come(sign_up: SignUp, by: Any) -> str:
    did_not_come(sign_up, by=by)
    return gettext("Written down. The place is free for somebody at the door.")


def _came_after_all(sign_up: SignUp, _by: Any) -> str:
    came_after_all(sign_up)
    return gettext("Taken back.")


ACTS: dict[str, Callable[[SignUp, Any], str]] = {
    "cancel": _cancel,
    "put-back": _put_back,
    "agreed": _agree,
    "did-not-come": _did_not_come,
    "came-after-all": _came_after_all,
}
ON_THE_PHONE = ("did-not-come", "came-after-all")


@at_the_event_desk
@require_POST
def sign_up_act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    sign_up = sign_up_for(request.user, pk)
    if name not in ACTS:
        raise Http404
    try:
        messages.success(request, ACTS[name](sign_up, request.user))
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    back = "event_check_in" if name in ON_THE_PHONE else "event_date"
    return redirect(back, sign_up.shift_date.occurrence_id)


class CheckForm(forms.Form):
    """Which check, when, until when: there is no room for papers, and none for what they say."""

    tier = forms.ModelChoiceField(label=_("Which check?"), queryset=ClearanceTier.objects.all())
    done_on = forms.DateField(label=_("Done on"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    expires_on = forms.DateField(
        label=_("Valid until"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: as long as the district says such a check is good for."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        done_on, expires_on = given.get("done_on"), given.get("expires_on")
        if done_on and done_on > today():
            self.add_error("done_on", _("This day is still to come."))
        if done_on and expires_on and expires_on < done_on:
            self.add_error("expires_on", _("It ends before it was done."))
        return given


@at_the_event_desk
def record_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Who waited for nothing else has the place from then on."""
    sign_up = sign_up_for(request.user, pk)
    if not may_record_checks(request.user):
        raise Http404
    form = CheckForm(request.POST or None, initial={"tier": sign_up.shift_date.tier_id, "done_on": today()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        expires_on = given["expires_on"] or ends_on(given["tier"], given["done_on"])
        record(sign_up.volunteer, given["tier"], done_on=given["done_on"], by=request.user, expires_on=expires_on)
        messages.success(request, _("Written down. Nothing else of it is kept."))
        return redirect("event_date", sign_up.shift_date.occurrence_id)
    context = {"form": form, "sign_up": sign_up, "waits": sign_up.state == State.PENDING}
    return render(request, "events/attending/check.html", context)
