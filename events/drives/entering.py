"""Staff write a pledge down for somebody who has no mail, or is on the phone."""

from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from core.forms.once import answer_given, once
from core.locales import source_language
from events.drives.forms import DeskPledgeForm
from events.drives.models import DrivePage, Pledge
from events.drives.pledging import Offer, take
from events.drives.public.items import shown_items
from events.drives.rights import running_it
from events.secrets import new_secret


@running_it
def enter(request: HttpRequest, drive: DrivePage) -> HttpResponse:
    language = get_language() or source_language()
    form = DeskPledgeForm(request.POST or None, items=shown_items(drive, language), initial={"language": language})
    if request.method == "POST":
        if form.sent_stamp and (given := answer_given(form.key)) is not None:
            return _to_its_slip(drive, given)
        if form.is_valid() and (reference := _entered(form, request.user)):
            return _to_its_slip(drive, reference)
    return render(request, "events/drives/admin/enter.html", {"drive": drive, "form": form})


def _entered(form: DeskPledgeForm, by: Any) -> str:
    """Empty where it is refused; the form then says why."""
    try:
        return once(form.key, partial(_take, form.cleaned_data, by))
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return ""


def _take(given: dict[str, Any], by: Any) -> str:
    offer = Offer(given["quantity"], given["name"], given["reach"], given["language"], new_secret(), entered_by=by)
    return take(int(given["item"]), offer).reference


def _to_its_slip(drive: DrivePage, reference: str) -> HttpResponse:
    pledge = Pledge.objects.filter(reference=reference).first()
    return redirect("drive_slip", drive.pk, pledge.pk) if pledge else redirect("drive_desk", drive.pk)
