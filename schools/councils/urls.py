"""The form of a council's page, known to Django before Wagtail serves the page it belongs to."""

from django.http import HttpRequest, HttpResponseBase
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from wagtail.views import serve


# Like every form of families this one sends no cookie to check; the exemption of its own view would be seen too late,
# because to Django it is Wagtail's view that answers.
@csrf_exempt
def form_of_a_council(request: HttpRequest, place: str) -> HttpResponseBase:
    return serve(request, f"{place}/join/")


urlpatterns = [path("<path:place>/join/", form_of_a_council, name="council_form")]
