"""The page a letter leads to: what stands in the directory, and one button that says it is still true.

Opening the page does nothing: mail programs open links by themselves. The address is signed, and good as long as the
round of asking is open.
"""

from typing import Any

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.languages import with_words
from core.locales import source_language
from directory.confirm import confirm
from directory.models.record import AssuredBy
from directory.public.directories import addresses_in
from partners.due import all_due
from partners.emails import ROUND
from partners.models import Asked
from partners.telling.views import reader


# The signed address is the proof; no cookie is set for it.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def still_true(request: HttpRequest, signed: str) -> HttpResponse:
    round_, email = _round_in(signed)
    due = next((each for each in all_due(timezone.localdate()) if each.organization.pk == round_.organization_id), None)
    listings = due.listings if due and round_.ended_on is None else []
    if request.method == "POST":
        if listings:
            confirm(listings, by=None, assured_by=AssuredBy.AGENCY, email=email)
            Asked.objects.filter(pk=round_.pk).update(ended_on=timezone.localdate())
        return redirect(request.path)
    context = {"name": str(round_.organization), "rows": _rows(listings), "is_over": not listings}
    response = render(request, "partners/still_true.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


def _round_in(signed: str) -> tuple[Asked, str]:
    try:
        pk, email = signing.loads(signed, salt=ROUND)
    except (signing.BadSignature, ValueError) as broken:
        raise Http404 from broken
    return get_object_or_404(Asked.objects.select_related("organization"), pk=pk), str(email)


def _rows(listings: list[Any]) -> list[tuple[Any, str]]:
    """Of each its name and where it is read, in the reader's language."""
    addresses = addresses_in(reader()) or addresses_in(source_language())
    rows: list[tuple[Any, str]] = []
    for listing in listings:
        _row, words = with_words([listing], reader())[0]
        rows.append((words.name, addresses.of(listing, words) if addresses else ""))
    return rows
