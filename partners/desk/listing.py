"""One listing at the desk: changed in a form, looked at as the public would, sent to the office or kept for later."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from core.languages import words_of
from core.locales import source_language
from partners.desk.drafts import draft_for, drop_draft, keep_draft, typed_in
from partners.desk.form import ListingForm, with_proposed
from partners.desk.looking import preview, week_in
from partners.models import Kind, Proposal, State
from partners.proposing import Sender, send
from partners.rights import at_the_partners_desk, listing_for
from partners.values import Values, values_of


def _salt(listing: Any) -> str:
    return f"partners.base.{listing.pk}"


def _base_in(listing: Any, signed: str) -> Values:
    """The version the form was opened with; today's where it did not come from us."""
    try:
        return dict(signing.loads(signed, salt=_salt(listing)))
    except signing.BadSignature:
        return values_of(listing)


def _waiting(listing: Any, account: Any) -> Proposal | None:
    return Proposal.objects.of_listing(listing).filter(by=account, state=State.WAITING).order_by("-pk").first()


@at_the_partners_desk
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, kind: str, pk: UUID) -> HttpResponseBase:
    listing = listing_for(request.user, kind, pk)
    if request.method == "POST":
        return _sent(request, listing)
    draft, waiting = draft_for(listing, request.user), _waiting(listing, request.user)
    if draft is not None:
        form = _bound(listing, typed_in(draft), request.user)
        return _shown(request, listing, form, draft=draft, errors=False)
    base = values_of(listing)
    shown = with_proposed(waiting.base, waiting.changed) if waiting else base
    form = ListingForm(listing, waiting.base if waiting else base, shown, account=request.user)
    return _shown(request, listing, form, waiting=waiting)


def _bound(listing: Any, typed: Any, account: Any, files: Any = None) -> ListingForm:
    base, waiting = _base_in(listing, typed.get("base", "")), _waiting(listing, account)
    shown = with_proposed(base, waiting.changed) if waiting else base
    return ListingForm(listing, base, shown, account=account, data=typed, files=files)


def _sent(request: HttpRequest, listing: Any) -> HttpResponseBase:
    form, act = _bound(listing, request.POST, request.user, request.FILES), request.POST.get("act", "")
    form.is_valid()
    form.keep_paper()
    if act == "keep":
        keep_draft(listing, request.user, cast(QueryDict, form.data), get_language() or source_language())
        messages.success(request, _("Kept for you for thirty days. Nobody else sees it."))
        return redirect("partner_desk")
    if not form.is_valid():
        return _shown(request, listing, form)
    if act == "look":
        return preview(request, listing, form.changes())
    sender = Sender(by=request.user, language=get_language() or source_language(), note=form.cleaned_data["note"])
    try:
        proposal = send(listing, form.changes(), form.base, sender)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return _shown(request, listing, form)
    drop_draft(listing, request.user)
    messages.success(request, _("Sent. The office looks at it; until then families read what they read now."))
    return redirect("partner_proposal", proposal.reference)


def _shown(
    request: HttpRequest,
    listing: Any,
    form: ListingForm,
    *,
    draft: Proposal | None = None,
    waiting: Proposal | None = None,
    errors: bool = True,
) -> HttpResponse:
    context = {
        "listing": listing,
        "title": words_of(listing, get_language() or source_language()).name,
        "form": form,
        "base": signing.dumps(form.base, salt=_salt(listing), compress=True),
        "draft": draft,
        "waiting": waiting,
        "shows_errors": errors and form.is_bound and not form.is_valid(),
        "can_look": listing._meta.model_name != Kind.LOCATION,
        "week": week_in(form) if form.has_hours else None,
    }
    return render(request, "partners/desk/listing.html", context, status=200)


@at_the_partners_desk
@require_POST
def throw_draft_away(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    listing = listing_for(request.user, kind, pk)
    drop_draft(listing, request.user)
    messages.success(request, _("Thrown away. You see what families read now."))
    return redirect("partner_listing", kind, pk)
