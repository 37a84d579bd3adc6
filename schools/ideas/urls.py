from django.urls import path
from django.utils.translation import gettext_lazy as _

from schools.ideas.views import IdeaBoxView, heard_page

urlpatterns = [
    path("", IdeaBoxView.as_view(), name="ideas"),
    path(_("what-we-heard/"), heard_page, name="ideas_heard"),
    path(_("what-we-heard/<int:pk>/"), heard_page, name="ideas_heard_at"),
]
