from django.urls import path
from django.utils.translation import gettext_lazy as _

from schools.newsletter.views import SubscribeView, confirm_page, leave_page

urlpatterns = [
    path("", SubscribeView.as_view(), name="newsletter_subscribe"),
    path(_("yes/<str:secret>/"), confirm_page, name="newsletter_confirm"),
    path(_("leave/<str:secret>/"), leave_page, name="newsletter_leave"),
]
