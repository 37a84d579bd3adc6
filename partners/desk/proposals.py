"""What was sent, and what became of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from core.languages import Word, words_of
from core.locales import source_language
from partners.models import MODELS, Kind, Proposal, State
from partners.rights import at_the_partners_desk, proposals_for
from partners.wording import lines_of


@at_the_partners_desk
@require_safe
def proposal(request: HttpRequest, reference: str) -> HttpResponse:
    found = _sent(request, reference)
    listing = MODELS[Kind(found.kind)].objects.filter(pk=found.listing_id).first()
    name = words_of(listing, get_language() or source_language()).name if listing else Word(found.name)
    return render(request, "partners/desk/proposal.html", {"proposal": found, "name": name, "lines": lines_of(found)})


@at_the_partners_desk
@require_POST
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    found = _sent(request, reference)
    waiting = Proposal.objects.filter(pk=found.pk, state=State.WAITING)
    if waiting.update(state=State.WITHDRAWN, decided_at=timezone.now(), decided_by=request.user):
        messages.success(request, _("Withdrawn. Nothing changes."))
    else:
        messages.warning(request, _("The office was quicker: see below what it decided."))
    return redirect("partner_proposal", found.reference)


def _sent(request: HttpRequest, reference: str) -> Proposal:
    found: Proposal = get_object_or_404(proposals_for(request.user).exclude(state=State.DRAFT), reference=reference)
    return found
