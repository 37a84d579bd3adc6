"""Somebody at the counter, on the phone or at the gate: staff writes their name down, and gives them a slip."""

from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from core.context import dialable
from core.forms.once import answer_given, once
from core.locales import source_language
from events.attending.rights import at_the_event_desk, shift_date_for, sign_up_for
from events.signups.forms import SignUpForm, school_of
from events.signups.letters import open_page
from events.signups.models import ShiftDate
from events.signups.shown import shown_shift
from events.signups.taking import OverlapError, Wish, take
from events.volunteers.identity import known_volunteer


class EnterForm(SignUpForm):
    """The same questions, asked by somebody; with the language to write in, and the reason for two shifts at once."""

    written_in = forms.ChoiceField(label=_("Language to write in"), choices=lambda: settings.LANGUAGES)
    override_reason = forms.CharField(
        label=_("Why at the same time as another shift?"), max_length=200, required=False, help_text=_("Kept with it.")
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["written_in"].initial = get_language() or source_language()
        del self.fields["swap"]


@at_the_event_desk
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    row = shift_date_for(request.user, pk)
    form = EnterForm(request.POST or None, shift_date=row)
    if request.method == "POST":
        if form.sent_stamp and (given := answer_given(form.key)) is not None:
            return redirect("event_slip", given)
        if form.is_valid():
            try:
                return redirect("event_slip", once(form.key, partial(_entered, form, row, request.user)))
            except ValidationError as refusal:
                form.add_error(None, refusal)
    context = {"form": form, "shift": shown_shift(row, get_language() or source_language()), "row": row}
    return render(request, "events/desk/enter.html", context)


def _entered(form: EnterForm, row: ShiftDate, by: Any) -> str:
    given = form.cleaned_data
    facts = {"language": given["written_in"], "age_band": given["age_band"]}
    if "school" in form.fields:
        facts["school"] = school_of(form)
    volunteer = known_volunteer(given["name"], given["reach"], **facts)
    names = ("notes", "children", "interpreter", "guardian_name", "guardian_reach", "override_reason")
    wish = Wish(entered_by=by, **{name: given[name] for name in names if given.get(name)})
    try:
        return str(take(row.pk, volunteer, wish).pk)
    except OverlapError as overlap:
        other = shown_shift(ShiftDate.objects.whole().get(pk=overlap.other.shift_date_id), get_language() or "")
        values = {"title": other.title.text, "role": other.role.text, "day": other.day, "hours": other.hours}
        sentence = _("At that time this person is signed up for: %(title)s (%(role)s), %(day)s, %(hours)s.")
        raise ValidationError(sentence % values) from overlap


@at_the_event_desk
@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: HttpRequest, pk: int) -> HttpResponse:
    """A sheet to hand over. The address of the page is made by a press, and shown this once."""
    sign_up = sign_up_for(request.user, pk)
    language = sign_up.language
    context: dict[str, Any] = {
        "sign_up": sign_up,
        "shift": shown_shift(sign_up.shift_date, language),
        "slip_language": language,
        "roster_url": reverse("event_roster", args=[sign_up.shift_date.occurrence_id]),
    }
    if request.method == "POST":
        context["link"] = open_page(sign_up)
        context["text_href"] = f"sms:{dialable(sign_up.volunteer.phone)}" if sign_up.volunteer.phone else ""
    return render(request, "events/desk/slip.html", context)
