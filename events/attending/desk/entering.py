"""Somebody on the phone or at the counter is put on a shift, or walks in on the day."""

from functools import partial
from typing import Any
from urllib.parse import quote

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from core.context import dialable
from core.forms.once import answer_given, once
from core.forms.public import PublicForm
from events.attending.desk.lists import reader
from events.attending.rights import at_the_event_desk, date_for, shift_dates_for, sign_up_for
from events.attending.walk_ins import walk_in
from events.signups.forms import GUARDIAN, SignUpForm
from events.signups.letters import open_page
from events.signups.models import ShiftDate
from events.signups.shown import shown_shift, shown_shifts
from events.signups.taking import OverlapError, Wish, take
from events.volunteers.identity import checked_reach, known_volunteer, person_key
from events.volunteers.models import AgeBand, Volunteer


class EnterForm(SignUpForm):
    """The same questions, asked by staff; a reason where somebody is in two places at once."""

    language = forms.ChoiceField(label=_("Which language do they read?"), choices=lambda: settings.LANGUAGES)
    override_reason = forms.CharField(
        label=_("Why at the same time as another shift?"),
        max_length=200,
        required=False,
        help_text=_("Only if we tell you that this person helps elsewhere at that time."),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for unasked in ("swap", "school"):
            self.fields.pop(unasked, None)
        self.fields["name"].label, self.fields["age_band"].label = _("Name"), _("Age")
        self.order_fields(["name", "reach", "language", "age_band", *GUARDIAN])


class WalkInForm(PublicForm):
    shift = forms.ChoiceField(label=_("Shift"), widget=forms.RadioSelect)
    name = forms.CharField(label=_("Name"), max_length=80)
    reach = forms.CharField(label=_("E-mail address or phone number"), max_length=254)
    age_band = forms.ChoiceField(label=_("Age"), choices=AgeBand.choices, widget=forms.RadioSelect, initial="adult")
    consented = forms.BooleanField(label=_("Under 18: a parent or guardian is here and agrees"), required=False)

    def __init__(self, *args: Any, rows: list[ShiftDate], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["shift"]
        shown = shown_shifts(rows, reader())
        field.choices = [(str(each.pk), f"{each.role.text}, {each.hours} · {each.left}") for each in shown]
        field.initial = field.choices[0][0]

    def clean_reach(self) -> str:
        return checked_reach(self.cleaned_data["reach"])


@at_the_event_desk
def enter(request: HttpRequest, shift_date: int) -> HttpResponse:
    row = shift_dates_for(request.user).filter(pk=shift_date).first()
    if row is None:
        raise Http404
    form = EnterForm(request.POST or None, shift_date=row, initial={"language": reader()})
    if _done(form, partial(_enter, form, row, request.user)):
        messages.success(request, _("Entered. Who has no e-mail gets a slip, or a text message: see below the name."))
        return redirect("event_date", row.occurrence_id)
    context = {"form": form, "shift": shown_shift(row, reader()), "occurrence": row.occurrence}
    return render(request, "events/attending/enter.html", context)


@at_the_event_desk
def walk_ins(request: HttpRequest, pk: int) -> HttpResponse:
    occurrence, rows = date_for(request.user, pk)
    form = WalkInForm(request.POST or None, rows=rows)
    if _done(form, partial(_walk_in, form, request.user)):
        messages.success(request, _("On the list, and here."))
        return redirect("event_check_in", pk)
    context = {"form": form, "shift": shown_shift(rows[0], reader()), "occurrence": occurrence}
    return render(request, "events/attending/walk_in.html", context)


def _done(form: PublicForm, act: Any) -> bool:
    """Whether it was done, by this sending of the form or an earlier one; else the form says why not."""
    if not form.is_bound:
        return False
    if form.sent_stamp and answer_given(form.key) is not None:
        return True
    if not form.is_valid():
        return False
    try:
        once(form.key, act)
    except OverlapError:
        form.add_error(None, _("This person helps elsewhere at that time. Say why that is all right, or choose again."))
    except ValidationError as refusal:
        form.add_error(None, refusal)
    return form.is_valid()


def _enter(form: EnterForm, row: ShiftDate, by: Any) -> str:
    given = form.cleaned_data
    facts = {"language": given["language"], "age_band": given["age_band"]}
    volunteer = known_volunteer(given["name"], given["reach"], **facts)
    asked = ("notes", "children", "interpreter", "override_reason", *GUARDIAN)
    wish = Wish(entered_by=by, **{name: given[name] for name in asked if given.get(name)})
    return str(take(row.pk, volunteer, wish).pk)


def _walk_in(form: WalkInForm, by: Any) -> str:
    given = form.cleaned_data
    known = Volunteer.objects.filter(person_key=person_key(given["name"], given["reach"])).first()
    language = known.language if known else reader()
    volunteer = known_volunteer(given["name"], given["reach"], language=language, age_band=given["age_band"])
    return str(walk_in(int(given["shift"]), volunteer, consented=given["consented"], by=by).pk)


@at_the_event_desk
@require_POST
def slip(request: HttpRequest, pk: int) -> HttpResponse:
    """On paper, or as a text message, in the language of whoever takes it along; with a new secret address."""
    sign_up = sign_up_for(request.user, pk)
    with override(sign_up.language):
        shift, link = shown_shift(sign_up.shift_date, sign_up.language), open_page(sign_up)
        values = {"title": shift.title.text, "day": shift.day, "hours": shift.hours, "link": link}
        body = gettext("%(title)s: %(day)s, %(hours)s. Your page: %(link)s") % values
        phone = sign_up.volunteer.phone
        context = {
            "sign_up": sign_up,
            "shift": shift,
            "link": link,
            "sms_href": f"sms:{dialable(phone)}?body={quote(body)}" if phone else "",
        }
        response = render(request, "events/attending/slip.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response
