from django.urls import path

from schools.interpreting.views import AskForInterpreterView, status

urlpatterns = [
    path("", AskForInterpreterView.as_view(), name="interpreter"),
    path("<str:reference>/<str:secret>/", status, name="interpreter_status"),
]
