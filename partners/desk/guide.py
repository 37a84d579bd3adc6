from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.guides import guide_html
from partners.rights import at_the_partners_desk


@at_the_partners_desk
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    title, html = guide_html("partners", get_language() or "en", lambda _name: reverse("partner_guide"))
    return render(request, "partners/desk/guide.html", {"title": title, "guide": html})
