"""What the day of an event adds to the admin: the way to its desk, and the hours by school."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from events.attending.report import hours_report
from events.attending.rights import is_at_the_event_desk, runs_all
from schools.menu import FAMILIES


class EventDeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_at_the_event_desk(request.user)


class HoursMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return runs_all(request.user)


@hooks.register(FAMILIES)
def event_desk_item() -> MenuItem:
    label = _("Events and volunteers")
    return EventDeskMenuItem(label, reverse("event_desk"), name="event-desk", icon_name="group", order=20)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [path("reports/volunteer-hours/", hours_report, name="volunteer_hours")]


@hooks.register("register_reports_menu_item")
def report_item() -> MenuItem:
    label = _("Volunteer hours")
    return HoursMenuItem(label, reverse("volunteer_hours"), name="volunteer-hours", icon_name="time", order=1120)


@hooks.register("register_permissions")
def rights() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="signups", codename="run_all")
