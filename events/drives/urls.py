"""Pledges by their secrets, and the form of a drive's page, known to Django before Wagtail serves the page."""

from django.http import HttpRequest, HttpResponseBase
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from wagtail.views import serve

from events.drives.views.own import cancel_pledge, own_pledge


# Like every form of families this one sends no cookie to check; the exemption of its own view would be seen too late,
# because to Django it is Wagtail's view that answers.
@csrf_exempt
def form_of_a_drive(request: HttpRequest, place: str) -> HttpResponseBase:
    return serve(request, f"{place}/pledge/")


urlpatterns = [
    path(_("my-pledge/<str:secret>/"), own_pledge, name="own_pledge"),
    path(_("my-pledge/<str:secret>/cancel/"), cancel_pledge, name="cancel_pledge"),
    path("<path:place>/pledge/", form_of_a_drive, name="drive_form"),
]
