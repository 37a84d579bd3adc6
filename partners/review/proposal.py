"""One proposal: every value accepted, accepted with a change, or returned with a reason, in one go."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from partners.deciding import MovedOnError, Verdict, decide, standing
from partners.models import Proposal, State
from partners.review.edited import edited
from partners.review.policy import policy
from partners.rights import decides
from partners.seen import seen_mark, was_seen
from partners.wording import Line, lines_of

ACCEPT, RETURN = "accept", "return"


@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    if not decides(request.user):
        raise PermissionDenied
    found = get_object_or_404(Proposal.objects.exclude(state=State.DRAFT).select_related("by", "decided_by"), pk=pk)
    if request.method == "POST":
        return _decided(request, found)
    return _shown(request, found)


def _decided(request: HttpRequest, found: Proposal) -> HttpResponse:
    lines = lines_of(found)
    moved = [line.path for line in lines if not was_seen(line.seen, request.POST.get(f"seen {line.path}", ""))]
    try:
        if moved:
            raise MovedOnError(moved)
        decide(found.pk, _verdicts(request, found, lines), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return _shown(request, Proposal.objects.get(pk=found.pk), getattr(refusal, "paths", []))
    messages.success(request, _("Decided. The partner is told, in their language."))
    return redirect("partners_queue")


def _verdicts(request: HttpRequest, found: Proposal, lines: list[Line]) -> dict[str, Verdict]:
    shown = {line.path: line for line in lines}
    verdicts = {}
    for change in found.changes.all():
        line = shown.get(change.path)
        if line is None:  # What is not shown alone goes with its row: how often goes with the days.
            beside = shown.get(f"{change.path.rpartition('/')[0]}/byday")
            verdicts[change.path] = _verdict(request, beside, found, change.path)
        elif request.POST.get(f"verdict {line.path}") in (ACCEPT, RETURN):
            verdicts[change.path] = _verdict(request, line, found, change.path)
    return verdicts


def _verdict(request: HttpRequest, line: Line | None, found: Proposal, path: str) -> Verdict:
    if line is None:
        return Verdict(accept=True, seen=_current(found, path))
    accept = request.POST.get(f"verdict {line.path}") == ACCEPT
    reason = request.POST.get(f"reason {line.path}", "")
    if line.path != path:
        return Verdict(accept=accept, seen=_current(found, path), reason=reason)
    if accept and line.inner:
        row = {**line.raw, **{name: _typed(request, found, line, name, text) for name, _label, text in line.inner}}
        return Verdict(accept=True, seen=line.seen, reason=reason, **({} if row == line.raw else {"value": row}))
    value = request.POST.get(f"value {line.path}")
    if accept and line.can_edit and value is not None and _plain(value) != _plain(str(line.raw)):
        return Verdict(accept=True, seen=line.seen, value=edited(found.kind, line.path, _plain(value)), reason=reason)
    return Verdict(accept=accept, seen=line.seen, reason=reason)


def _typed(request: HttpRequest, found: Proposal, line: Line, name: str, otherwise: str) -> Any:
    typed = request.POST.get(f"value {line.path}/{name}")
    if typed is None or _plain(typed) == _plain(otherwise):
        return otherwise
    return edited(found.kind, f"{line.path}/{name}", _plain(typed))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _current(found: Proposal, path: str) -> Any:
    return next((each.current for each in standing(found) if each.path == path), None)


def _shown(request: HttpRequest, found: Proposal, moved: list[str] | None = None) -> HttpResponse:
    lines = lines_of(found)
    context = {
        "proposal": found,
        "rows": [_row(request, line, line.path in (moved or [])) for line in lines],
        "conflicts": sum(line.is_conflict for line in lines),
        "policy": policy(),
        "edit_url": _edit_url(found),
        "waits": found.state == State.WAITING,
    }
    return render(request, "partners/review/proposal.html", context)


def _row(request: HttpRequest, line: Line, has_moved: bool) -> dict[str, Any]:
    """With what the moderator has written already, where the page comes back."""
    typed = request.POST
    return {
        "line": line,
        "seen": seen_mark(line.seen),
        "verdict": typed.get(f"verdict {line.path}", ""),
        "reason": typed.get(f"reason {line.path}", ""),
        "value": typed.get(f"value {line.path}", line.raw if line.can_edit else ""),
        "inner": [
            (f"{line.path}/{name}", label, typed.get(f"value {line.path}/{name}", text))
            for name, label, text in line.inner
        ],
        "has_moved": has_moved,
    }


def _edit_url(found: Proposal) -> str:
    try:
        return reverse(f"wagtailsnippets_directory_{found.kind}:edit", args=[found.listing_id])
    except NoReverseMatch:
        return ""
