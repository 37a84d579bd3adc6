"""What people without an account sent: read, settled or declined; a claim opens a desk, a suggestion makes a draft."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from directory.models import Organization
from partners.letting_in import accept_claim, decline_claim
from partners.models import Claim, Outcome, Report, Suggestion
from partners.review.policy import policy
from partners.rights import decides
from partners.suggested import make_draft

TAKEN = _("Somebody has decided this already.")


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Why, or what was done"), required=False, widget=forms.Textarea({"rows": 2}))


def _guarded(request: HttpRequest) -> None:
    if not decides(request.user):
        raise PermissionDenied


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    _guarded(request)
    found = get_object_or_404(Report.objects.select_related("organization", "decided_by"), pk=pk)
    if request.method == "POST":
        state = Outcome.SETTLED if request.POST.get("act") == "settle" else Outcome.DECLINED
        done = found.settle(state, by=request.user, reason=request.POST.get("reason", "").strip())
        return _told(request, done, _("Written down."))
    listing = found.listing
    others = Report.objects.filter(listing_id=found.listing_id).exclude(pk=found.pk)[:20]
    edit_url = reverse(f"wagtailsnippets_directory_{found.kind}:edit", args=[found.listing_id]) if listing else ""
    context = {"report": found, "listing": listing, "others": others, "edit_url": edit_url, "form": ReasonForm()}
    return render(request, "partners/review/report.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    _guarded(request)
    found = get_object_or_404(Claim.objects.select_related("organization", "decided_by"), pk=pk)
    if request.method == "POST":
        if request.POST.get("act") == "settle":
            return _told(request, accept_claim(found, by=request.user), _("They can sign in now, and are told so."))
        reason = request.POST.get("reason", "").strip()
        return _told(request, decline_claim(found, reason, by=request.user), _("Declined. They are told, once."))
    phones = found.organization.phones.all()
    return render(request, "partners/review/claim.html", {"claim": found, "phones": phones, "form": ReasonForm()})


@require_http_methods(["GET", "HEAD", "POST"])
def suggestion(request: HttpRequest, pk: int) -> HttpResponse:
    _guarded(request)
    found = get_object_or_404(Suggestion.objects.select_related("service", "decided_by"), pk=pk)
    if request.method == "POST":
        if request.POST.get("act") == "settle":
            draft = make_draft(found, by=request.user)
            if draft is not None:
                messages.success(request, _("A draft with what was said. Nothing of it is public yet."))
                return redirect(f"wagtailsnippets_directory_{draft._meta.model_name}:edit", draft.pk)
            return _told(request, False, "")
        reason = request.POST.get("reason", "").strip()
        return _told(request, found.settle(Outcome.DECLINED, by=request.user, reason=reason), _("Written down."))
    unwanted = Organization.objects.facts().filter(do_not_list=True, name__iexact=found.organization or found.name)
    context = {"suggestion": found, "form": ReasonForm(), "policy": policy(), "unwanted": unwanted.first()}
    return render(request, "partners/review/suggestion.html", context)


def _told(request: HttpRequest, done: bool, sentence: Any) -> HttpResponse:
    if done:
        messages.success(request, sentence)
    else:
        messages.warning(request, TAKEN)
    return redirect("partners_queue")
