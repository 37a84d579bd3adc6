from django.urls import path
from django.utils.translation import gettext_lazy as _

from partners.telling.still_true import still_true
from partners.telling.views import ClaimView, ReportView, SuggestView, alike_while_typing

urlpatterns = [
    path(_("something-wrong/<slug:kind>/<uuid:pk>/"), ReportView.as_view(), name="something_wrong"),
    path(_("suggest/"), SuggestView.as_view(), name="suggest_service"),
    path(_("suggest/alike/"), alike_while_typing, name="suggest_alike"),
    path(_("this-is-ours/<uuid:pk>/"), ClaimView.as_view(), name="this_is_ours"),
    path(_("still-true/<str:signed>/"), still_true, name="partner_still_true"),
]
