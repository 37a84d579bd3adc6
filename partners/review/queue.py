"""Everything that awaits the office's word, what hurts families first, with its age."""

from dataclasses import dataclass
from datetime import datetime
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
from schools.calendar import due_after, today

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

    @property
    def is_late(self) -> bool:
        """After two business days; after one for what keeps families from getting through."""
        return due_after(1 if self.is_urgent else 2, since=timezone.localdate(self.sent_at)) < today()


def waiting() -> list[Waiting]:
    found = [
        *map(_change, Proposal.objects.waiting()),
        *(_outside(each, "partners_report", each.get_problem_display(), each.name) for each in _reports()),
        *(_outside(each, "partners_claim", _("“This is ours”"), str(each.organization)) for each in _claims()),
        *(_outside(each, "partners_suggestion", _("suggestion"), each.name) for each in Suggestion.objects.waiting()),
    ]
    return sorted(found, key=lambda each: (not each.is_urgent, each.sent_at))[:MOST]


def held_back() -> int:
    return sum(model.objects.held_back().count() for model in (Report, Claim, Suggestion))


def _reports() -> Any:
    return Report.objects.waiting()


def _claims() -> Any:
    return Claim.objects.waiting().select_related("organization")


def _change(each: Proposal) -> Waiting:
    return _row(each, "partners_proposal", _("change"), each.name, each.is_urgent, each.sent_at)


def _outside(each: Any, address: str, what: Any, name: str) -> Waiting:
    return _row(each, address, what, name, getattr(each, "is_urgent", False), each.made_at)


def _row(each: Any, address: str, what: Any, name: str, *urgent_and_sent: Any) -> Waiting:
    return Waiting(reverse(address, args=[each.pk]), what, name, each.reference, *urgent_and_sent)


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
