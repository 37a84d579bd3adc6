"""The admin's list of what is promised to families, the oldest promise first."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import CharField, F, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from core.models import said
from core.spoken import spoken_name
from schools.calendar import today
from schools.pairs.models import PairedFile, VideoVersion
from schools.pairs.states import STATES

KINDS = {"documentpair": _("document"), "videopair": _("video")}


def promises() -> QuerySet:
    """All promises that are not kept, of documents and videos."""
    return _rows(PairedFile, "documentpair").union(_rows(VideoVersion, "videopair"), all=True).order_by("promised_for")


def _rows(model: Any, kind: str) -> QuerySet:
    return (
        model.objects.missing()
        .order_by()
        .values("promised_for", "language", "pair_id")
        .annotate(kind=Value(kind, output_field=CharField()), title=F("pair__title"), by=F("promised_by__username"))
    )


def may_see(user: Any) -> bool:
    return user.has_perm("pairs.change_documentpair") or user.has_perm("pairs.change_videopair")


def edit_url(promise: dict[str, Any]) -> str:
    return reverse(f"wagtailsnippets_pairs_{promise['kind']}:edit", args=[promise["pair_id"]])


def name_of(promise: dict[str, Any]) -> str:
    return said(promise["title"], get_language()).text


def kind_of(promise: dict[str, Any]) -> str:
    return str(KINDS[promise["kind"]])


def language_of(promise: dict[str, Any]) -> str:
    return spoken_name(promise["language"])


def state_of_promise(promise: dict[str, Any]) -> str:
    return str(STATES["late" if promise["promised_for"] < today() else "promised"])


IN_WORDS = {"state": state_of_promise, "name": name_of, "kind_name": kind_of, "language_name": language_of}


class PromisesReport(ReportView):
    page_title = _("Promised documents")
    header_icon = "date"
    model = PairedFile
    index_url_name = "promised_documents"
    index_results_url_name = "promised_documents_results"
    columns = [
        Column("promised_for", label=_("Promised for")),
        Column("state", label=_("State"), accessor=state_of_promise),
        TitleColumn("name", label=_("Title"), accessor=name_of, get_url=edit_url),
        Column("kind_name", label=_("Kind"), accessor=kind_of),
        Column("language_name", label=_("Language"), accessor=language_of),
        Column("by", label=_("Promised by")),
    ]
    list_export = ["promised_for", "state", "name", "kind_name", "language_name", "by"]
    export_headings = {column.name: column.label for column in columns}
    export_filename = "promises"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet:
        return promises()

    def get_filtered_queryset(self) -> QuerySet:
        return self.get_base_queryset()

    def decorate_paginated_queryset(self, rows: Any) -> list[dict[str, Any]]:
        return [{**row, **{name: read(row) for name, read in IN_WORDS.items()}} for row in rows]


class PromisesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)
