"""The staff's side: which agendas are due, and who wants to join, both for one's own councils alone."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from schools.councils.care import councils_in_care_of, meetings_in_care_of
from schools.councils.models import CouncilPage, MeetingPage
from schools.councils.public.meetings import moment_in_words, notice_of

SOON = 6


def coming_in_care_of(user: Any) -> QuerySet[MeetingPage]:
    meetings = meetings_in_care_of(user).filter(is_cancelled=False)
    return meetings.coming(timezone.now()).select_related("agenda", "posting")


def council_of(meeting: MeetingPage) -> CouncilPage:
    return meeting.get_parent().specific


def countdown(meeting: MeetingPage) -> str:
    """What staff have to know of the agenda: the hours left, the hours missed, or that it is there."""
    now = timezone.now()
    notice = notice_of(meeting, council_of(meeting).notice)
    if notice.posted_at is not None:
        return gettext("posted late") if notice.is_late(now) else gettext("posted")
    left = notice.hours_left(now)
    if left < 0:
        return ngettext("%(hours)s hour too late", "%(hours)s hours too late", -left) % {"hours": -left}
    return ngettext("%(hours)s hour left", "%(hours)s hours left", left) % {"hours": left}


def begins(meeting: MeetingPage) -> str:
    return moment_in_words(meeting.begins_at)


def edit_url(meeting: MeetingPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[meeting.pk])


class MeetingsReport(ReportView):
    page_title = _("Meetings and agendas")
    header_icon = "date"
    model = MeetingPage
    index_url_name = "council_meetings"
    index_results_url_name = "council_meetings_results"
    columns = [
        TitleColumn("title", label=_("Meeting"), get_url=edit_url),
        Column("council", label=_("Council"), accessor=council_of),
        Column("starts_at", label=_("Begins"), accessor=begins),
        Column("agenda", label=_("Agenda"), accessor=countdown),
    ]
    list_export = ["title", "starts_at", "is_cancelled"]
    export_filename = "meetings"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet:
        return coming_in_care_of(self.request.user)

    def get_filtered_queryset(self) -> QuerySet:
        return self.get_base_queryset()


def may_see(user: Any) -> bool:
    return councils_in_care_of(user).exists()


class MeetingsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


class AgendasPanel(Component):
    """On the first page of the admin: the next meetings in one's care whose agenda is not public yet."""

    order = 90

    def __init__(self, request: HttpRequest):
        self.request = request

    def render_html(self, parent_context: Any = None) -> str:
        due = list(coming_in_care_of(self.request.user).filter(posting=None)[:SOON])
        if not due:
            return ""
        rows = [
            {"title": meeting.title, "url": edit_url(meeting), "begins": begins(meeting), "left": countdown(meeting)}
            for meeting in due
        ]
        return render_to_string("schools/councils/admin/agendas.html", {"rows": rows})
