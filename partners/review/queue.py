"""Everything that awaits the office's word, what hurts families first, with its age."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from partners.models import AtOnce, Claim, Proposal, Report, Suggestion
from partners.rights import decides
from schools.calendar import late_since

MOST = 200
NEWS = 20


@dataclass(frozen=True)
class Waiting:
    url: str
    what: Any
    name: str
    reference: str
    is_urgent: bool
    sent_at: datetime
    is_late: bool


def waiting() -> list[Waiting]:
    """Late after two business days; after one, what keeps families from getting through."""
    late = {True: late_since(1), False: late_since(2)}
    claims, suggestions = Claim.objects.waiting().select_related("organization"), Suggestion.objects.waiting()
    found = [
        *(_row(each, "partners_proposal", _("change"), each.name, late) for each in Proposal.objects.waiting()),
        *(
            _row(each, "partners_report", each.get_problem_display(), each.name, late)
            for each in Report.objects.waiting()
        ),
        *(_row(each, "partners_claim", _("“This is ours”"), str(each.organization), late) for each in claims),
        *(_row(each, "partners_suggestion", _("suggestion"), each.name, late) for each in suggestions),
    ]
    return sorted(found, key=lambda each: (not each.is_urgent, each.sent_at))[:MOST]


def held_back() -> int:
    return sum(model.objects.held_back().count() for model in (Report, Claim, Suggestion))


def _row(each: Any, address: str, what: Any, name: str, late: dict[bool, date]) -> Waiting:
    is_urgent, sent_at = bool(getattr(each, "is_urgent", False)), getattr(each, "sent_at", None) or each.made_at
    is_late = timezone.localdate(sent_at) <= late[is_urgent]
    return Waiting(reverse(address, args=[each.pk]), what, name, each.reference, is_urgent, sent_at, is_late)


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    if not decides(request.user):
        raise PermissionDenied
    context = {
        "rows": waiting(),
        "held": held_back(),
        "news": AtOnce.objects.select_related("service", "by")[:NEWS],
    }
    return render(request, "partners/review/queue.html", context)


@require_POST
def let_in(request: HttpRequest) -> HttpResponse:
    """What came in a flood takes its place in the queue after all, or is put aside together."""
    if not decides(request.user):
        raise PermissionDenied
    for model in (Report, Claim, Suggestion):
        held = model.objects.held_back()
        if request.POST.get("act") == "drop":
            for each in held:
                each.settle("declined", by=request.user, reason="")
        else:
            held.update(held=False)
    messages.success(request, _("Done."))
    return redirect("partners_queue")
