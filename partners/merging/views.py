"""Staff choose which of two listings stays, see what each of them knows, and make one of them; or part them again."""

from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from directory.models import Merged
from directory.rights import may_edit_facts
from partners.merging.doing import merge, part
from partners.merging.offered import offers
from partners.models import MODELS
from partners.rights import decides

MOST, PER_PAGE = 20, 50
TELLING = 4  # Letters of a word that says something.


@require_safe
def choose(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """The other one of the two, by a part of its name."""
    listing = _listing(request, kind, pk)
    wanted = request.GET.get("q", "").strip()
    rows = MODELS[kind].objects.facts().exclude(pk=pk).exclude(pk__in=Merged.objects.filter(kind=kind).values("gone"))
    names = [wanted] if wanted else [word for word in listing.name.split() if len(word) >= TELLING]
    named = reduce(or_, (Q(name__icontains=name) for name in names), Q(name__iexact=listing.name))
    found = rows.filter(named).order_by("name")[:MOST]
    context = {"listing": listing, "kind": kind, "wanted": wanted, "found": found, "edit_url": _edit(listing)}
    return render(request, "partners/review/merge_choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def merge_two(request: HttpRequest, kind: str, keep: UUID, away: UUID) -> HttpResponse:
    stays, goes = _listing(request, kind, keep), _listing(request, kind, away)
    chosen = None
    if request.method == "POST":
        chosen = set(request.POST.getlist("take"))
        try:
            done = merge(stays, goes, chosen, by=request.user)
        except ValidationError as problem:
            messages.error(request, " ".join(problem.messages))
        else:
            said = _("“%(gone)s” is part of “%(kept)s” now. Its old addresses lead there.")
            undo = messages.button(reverse("partners_merged"), _("Undo"))
            messages.success(request, said % {"gone": done.name, "kept": stays}, buttons=[undo])
            return redirect(_edit(stays))
    found = [(each, each.is_taken if chosen is None else each.path in chosen) for each in offers(stays, goes)]
    context = {
        "stays": stays,
        "goes": goes,
        "kind": kind,
        "values": [line for line in found if not line[0].is_row],
        "rows": [line for line in found if line[0].is_row],
        "draft": goes.live and goes.has_unpublished_changes,
        "stays_url": _edit(stays),
        "goes_url": _edit(goes),
    }
    return render(request, "partners/review/merge.html", context)


@require_safe
def merged(request: HttpRequest) -> HttpResponse:
    _guard(request)
    page = Paginator(Merged.objects.select_related("by"), PER_PAGE).get_page(request.GET.get("p"))
    rows = [(each, MODELS[each.kind].objects.filter(pk=each.kept).first()) for each in page.object_list]
    context = {"page": page, "rows": [(each, kept, _edit(kept) if kept else "") for each, kept in rows]}
    return render(request, "partners/review/merged.html", context)


@require_POST
def part_again(request: HttpRequest, pk: int) -> HttpResponse:
    _guard(request)
    try:
        listing = part(get_object_or_404(Merged, pk=pk), by=request.user)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
        return redirect("partners_merged")
    messages.success(request, _("“%(name)s” stands by itself again.") % {"name": listing})
    return redirect(_edit(listing))


def _guard(request: HttpRequest) -> None:
    if not decides(request.user):
        raise PermissionDenied


def _listing(request: HttpRequest, kind: str, pk: UUID) -> Any:
    _guard(request)
    if kind not in MODELS:
        raise Http404
    if not may_edit_facts(request.user, MODELS[kind]):
        raise PermissionDenied
    return get_object_or_404(MODELS[kind].objects.facts(), pk=pk)


def _edit(listing: Any) -> str:
    return reverse(f"wagtailsnippets_directory_{listing._meta.model_name}:edit", args=[listing.pk])
