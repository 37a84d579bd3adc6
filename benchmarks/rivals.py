"""What the pages are compared with, in the same process and behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from wagtail.search.backends import get_search_backend

from core.locales import locale_id
from directory.models import Service


def same_size(request: HttpRequest) -> HttpResponse:
    """Nothing can be faster: as many bytes as a page, and no question to the database."""
    return HttpResponse(b"x" * int(request.GET.get("bytes", "20000")))


def wagtail_search(request: HttpRequest) -> HttpResponse:
    """Wagtail's own search as its documentation shows it: names alone, twenty titles, no facets."""
    language = request.GET.get("language", "en")
    services = Service.objects.filter(locale_id=locale_id(language))
    found = get_search_backend().search(request.GET.get("q", ""), services)
    return HttpResponse(format_html_join("", "<li>{}</li>", ((service.name,) for service in found[:20])))
