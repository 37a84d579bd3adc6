"""The guide to events, read where the day is run: whoever leads a shift has no admin."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.guides import guide_html
from events.attending.rights import at_the_event_desk


@at_the_event_desk
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    title, html = guide_html("events", get_language() or "en", lambda _name: reverse("event_guide"))
    return render(request, "events/attending/guide.html", {"title": title, "guide": html})
