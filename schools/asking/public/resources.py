"""The list that was put together for a family: at a secret address, to read, to print, to scan."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.locales import source_language
from schools.asking.models import ResourceList
from schools.asking.shown_list import shown_items


@never_cache
@require_safe
def resource_list(request: HttpRequest, secret: str) -> HttpResponse:
    """Says nothing about who asked; gone when the request is forgotten."""
    made = get_object_or_404(ResourceList, secret=secret)
    items = shown_items(made, get_language() or source_language())
    address, kept_days = request.build_absolute_uri(request.path), settings.PERSONAL_DATA_KEPT_DAYS
    context = {"items": items, "address": address, "kept_days": kept_days}
    response = render(request, "schools/asking/list.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
