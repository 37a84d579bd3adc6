"""The guide for ambassadors, read where they work: most of them have no admin."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from core.guides import guide_html
from schools.asking.rights import at_the_desk


@at_the_desk
def guide(request: HttpRequest) -> HttpResponse:
    title, html = guide_html("ambassadors", get_language() or "en", lambda _name: reverse("desk_guide"))
    return render(request, "schools/asking/desk/guide.html", {"title": title, "guide": html})
