"""What the office tells others: counts, and a table of requests in which nobody can be found."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core.spoken import spoken_name
from schools.asking.models import HelpRequest, Kind, Status
from schools.asking.rights import at_the_desk, requests_for
from schools.counting import FEWEST, Counted, counted_by
from schools.models import SchoolPage
from schools.tables import table_file

COLUMNS = (
    _("reference"),
    _("school"),
    _("kind of help"),
    _("language"),
    _("status"),
    _("urgent"),
    _("received"),
    _("answer due"),
    _("closed"),
)


@at_the_desk
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    requests = requests_for(request.user)
    schools = dict(SchoolPage.objects.values_list("pk", "title"))
    tables = [
        (_("By school"), _named(counted_by(requests, "school"), lambda key: _school(schools, key))),
        (_("By kind of help"), _named(counted_by(requests, "kind"), lambda key: Kind(key).label)),
        (_("By language"), _named(counted_by(requests, "language"), spoken_name)),
        (_("By status"), _named(counted_by(requests, "status"), lambda key: Status(key).label)),
    ]
    return render(request, "schools/asking/desk/report.html", {"tables": tables, "fewest": FEWEST})


def _school(titles: dict[int, str], key: str) -> str:
    return titles.get(int(key), "") if key else gettext("Family office")


def _named(rows: list[Counted], name: Any) -> list[tuple[str, int | None]]:
    return [(str(name(row.value)), row.count) for row in rows]


@at_the_desk
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """No name, no number, no word of theirs: nothing personal has a column."""
    requests = requests_for(request.user).order_by("received_at", "pk")
    return table_file("requests", form, COLUMNS, map(_row, requests.iterator(chunk_size=500)))


def _row(request: HelpRequest) -> list[str]:
    closed = timezone.localdate(request.closed_at).isoformat() if request.closed_at else ""
    return [
        request.reference,
        request.school_title,
        request.get_kind_display(),
        spoken_name(request.language),
        request.get_status_display(),
        gettext("yes") if request.is_urgent else "",
        timezone.localdate(request.received_at).isoformat(),
        request.due_on.isoformat(),
        closed,
    ]
