"""What events add to the admin."""

from django.urls import URLPattern
from wagtail import hooks

from events.recurrence.urls import urlpatterns


@hooks.register("register_admin_urls")
def events_urls() -> list[URLPattern]:
    return urlpatterns
