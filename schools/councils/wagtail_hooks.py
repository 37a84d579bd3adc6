"""What councils add to the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from schools.councils.desk import AgendasPanel, MeetingsMenuItem, MeetingsReport
from schools.councils.viewsets import JoinInterestViewSet


@hooks.register("construct_homepage_panels")
def agendas_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(AgendasPanel(request))


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path("reports/meetings/", MeetingsReport.as_view(), name="council_meetings"),
        path("reports/meetings/results/", MeetingsReport.as_view(results_only=True), name="council_meetings_results"),
    ]


@hooks.register("register_reports_menu_item")
def report_item() -> MenuItem:
    return MeetingsMenuItem(
        _("Meetings and agendas"), reverse("council_meetings"), name="meetings", icon_name="date", order=1110
    )


register_snippet(JoinInterestViewSet)
