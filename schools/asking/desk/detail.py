"""One request: who asked, how they may be reached, what was done."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.spoken import spoken_name
from schools.asking import working
from schools.asking.desk.acts import acts_on
from schools.asking.desk.lists import ticket
from schools.asking.models import HelpRequest, RequestNote
from schools.asking.rights import at_the_desk, request_for
from schools.asking.routing import assign, people_who_may_answer

LONGEST_NOTE = 2000
OFFICE = "office"


@at_the_desk
@require_safe
def detail(request: HttpRequest, reference: str) -> HttpResponse:
    asked = request_for(request.user, reference)
    return render(request, "schools/asking/desk/request.html", detail_context(asked, request.user))


def detail_context(asked: HelpRequest, account: Any) -> dict[str, Any]:
    notes = list(asked.notes.select_related("by"))
    last = next((note for note in notes if note.kind != RequestNote.Kind.NOTE), None)
    return {
        "asked": asked,
        "ticket": ticket(asked),
        "language": spoken_name(asked.language),
        "notes": notes,
        "handovers": list(asked.handovers.select_related("by")),
        "acts": acts_on(asked),
        "may_take_back": last is not None and working.may_take_back(asked, last, account),
        "people": people_who_may_answer(asked),
        "resources": getattr(asked, "resources", None),
    }


@at_the_desk
@require_POST
def write_note(request: HttpRequest, reference: str) -> HttpResponse:
    asked = request_for(request.user, reference)
    text = request.POST.get("text", "").replace("\x00", "").strip()[:LONGEST_NOTE]
    try:
        # The same words twice in a row are one press too many.
        last = asked.notes.filter(kind=RequestNote.Kind.NOTE, by_id=request.user.pk).first()
        if text and not (last and last.text == text):
            working.add_note(asked, text, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, refusal.messages[0])
    return redirect("desk_request", reference)


@at_the_desk
@require_POST
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    try:
        working.take_back(request_for(request.user, reference), by=request.user)
        messages.success(request, _("Taken back."))
    except ValidationError as refusal:
        messages.warning(request, refusal.messages[0])
    return redirect("desk_request", reference)


@at_the_desk
@require_POST
def hand_over(request: HttpRequest, reference: str) -> HttpResponse:
    """To a colleague at the school, or to the office; a stranger's number changes nothing."""
    asked = request_for(request.user, reference)
    people = {str(each.pk): each for each in people_who_may_answer(asked)}
    to = request.POST.get("to", "")
    if asked.is_open and (to == OFFICE or to in people):
        assign(asked, people.get(to), by=request.user)
        messages.success(request, _("Given on. Who answers now has been told."))
    return redirect("desk_request", reference)
