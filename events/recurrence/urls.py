"""Where the editor's form asks for the coming dates, inside the admin."""

from django.urls import URLPattern, path

from events.recurrence.preview import preview

urlpatterns: list[URLPattern] = [path("events/coming-dates/", preview, name="events_recurrence_preview")]
