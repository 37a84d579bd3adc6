"""What the day of an event adds to the admin: the way to its desk, and the hours by school."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from events.attending.dates import screen
from events.attending.report import hours_report
from events.attending.rights import is_at_the_event_desk, runs_all
from events.models import EventPage
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
def urls() -> list[URLPattern]:
    return [
        path("reports/volunteer-hours/", hours_report, name="volunteer_hours"),
        path("events/<int:pk>/dates/", screen.event_dates, name="event_dates"),
        path("events/<int:pk>/dates/more/", screen.one_more, name="event_dates_more"),
        path("events/<int:pk>/dates/<slug:day>/<slug:act>/", screen.change, name="event_dates_change"),
    ]


@hooks.register("register_page_header_buttons")
def dates_in_the_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    yield from _dates_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def dates_in_the_list(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    yield from _dates_button(page, user)


def _dates_button(page: Page, user: Any) -> Iterator[Button]:
    if page.specific_class is EventPage and page.live and page.permissions_for_user(user).can_publish():
        url = reverse("event_dates", args=[page.pk])
        yield Button(_("Dates: cancel or move one"), url, icon_name="date", priority=15)


@hooks.register("register_reports_menu_item")
def report_item() -> MenuItem:
    label = _("Volunteer hours")
    return HoursMenuItem(label, reverse("volunteer_hours"), name="volunteer-hours", icon_name="time", order=1120)


@hooks.register("register_permissions")
def rights() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="signups", codename="run_all")
