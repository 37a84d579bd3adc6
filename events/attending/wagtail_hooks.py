"""The way from the admin to the desk of events, and its right in the list of rights."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from events.attending.rights import has_events
from schools.menu import FAMILIES


class EventDeskItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return has_events(request.user)


@hooks.register(FAMILIES)
def event_desk_item() -> MenuItem:
    return EventDeskItem(
        _("Events and volunteers"), reverse("event_desk"), name="event-desk", icon_name="date", order=15
    )


@hooks.register("register_permissions")
def rights() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="signups", codename="run_all")
