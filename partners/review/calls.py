"""Whom somebody has to call, because no letter was answered; and what the call brought."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from partners.asking import to_call, write_down
from partners.due import all_due
from partners.models import Asked, Call
from partners.rights import decides


class CallForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What did the call bring?"), choices=Call.Outcome.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=500)


def calls(request: HttpRequest) -> HttpResponse:
    if not decides(request.user):
        raise PermissionDenied
    rows = to_call(timezone.localdate()).prefetch_related("organization__phones", "calls")
    return render(request, "partners/review/calls.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, pk: int) -> HttpResponse:
    if not decides(request.user):
        raise PermissionDenied
    round_ = get_object_or_404(Asked.objects.filter(ended_on=None).select_related("organization"), pk=pk)
    form = CallForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        write_down(round_, form.cleaned_data["outcome"], form.cleaned_data["note"], by=request.user)
        messages.success(request, _("Written down."))
        return redirect("partners_calls")
    due = next((each for each in all_due(timezone.localdate()) if each.organization.pk == round_.organization_id), None)
    context = {"round": round_, "form": form, "listings": due.listings if due else [], "calls": round_.calls.all()}
    return render(request, "partners/review/call.html", context)
