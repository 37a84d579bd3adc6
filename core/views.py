from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.views.decorators.cache import cache_control
from wagtail.models import Site

from core.colours import DEFAULTS, stylesheet
from core.models import District


@cache_control(public=True, max_age=365 * 24 * 3600, immutable=True)
def district_colours(request: HttpRequest) -> HttpResponse:
    """The district's own tokens; its address carries their version."""
    colours = District.for_request(request).colours()
    changed = {name: pair for name, pair in colours.items() if pair != DEFAULTS[name]}
    return HttpResponse(stylesheet(changed), content_type="text/css")


def server_error(request: HttpRequest) -> HttpResponse:
    """Says sorry in both languages; asks the database for the phone and does without it if that is what broke."""
    try:
        site = Site.objects.filter(is_default_site=True).first()
        phone = District.for_site(site).phone if site else ""
    except Exception:
        phone = ""
    return HttpResponse(get_template("500.html").render({"office_phone": phone}), status=500)
