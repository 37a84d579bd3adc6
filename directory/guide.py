"""The guides for the office, shown inside the admin."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.guides import guide_html

GUIDES = {
    "editors": _("Guide for editors"),
    "ambassadors": _("Guide for ambassadors and coordinators"),
    "events": _("Guide to events and shifts"),
    "drives": _("Guide to needs drives"),
    "moderators": _("Guide for whoever reviews what partners send"),
    "partners": _("Guide for partners"),
}


def guide_address(name: str) -> str:
    return reverse("directory_guide", args=[name])


def guide(request: HttpRequest, name: str) -> HttpResponse:
    if name not in GUIDES:
        raise Http404
    title, html = guide_html(name, get_language() or "en", guide_address)
    return render(request, "directory/admin/guide.html", {"title": title, "guide": html})
