from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.signups.views.by_code import AskCodeView, CodeView
from events.signups.views.mine import consent, my_calendar, my_sign_up
from events.signups.views.signing_up import SignUpView
from events.signups.views.volunteering import volunteering

urlpatterns = [
    path(_("volunteering/"), volunteering, name="volunteering"),
    path(_("sign-up/<int:pk>/"), SignUpView.as_view(), name="sign_up"),
    path(_("my-sign-ups/"), AskCodeView.as_view(), name="my_sign_ups"),
    path(_("my-sign-ups/code/"), CodeView.as_view(), name="my_sign_ups_code"),
    path(_("my-sign-ups/<str:secret>/calendar.ics"), my_calendar, name="my_sign_up_calendar"),
    path(_("my-sign-ups/<str:secret>/"), my_sign_up, name="my_sign_up"),
    path(_("consent/<str:secret>/"), consent, name="sign_up_consent"),
]
