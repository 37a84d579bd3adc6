from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

urlpatterns = [
    path(_("my-sign-ups/<slug:secret>/"), TemplateView.as_view(), name="my_sign_up"),
    path(_("consent/<slug:secret>/"), TemplateView.as_view(), name="sign_up_consent"),
]
