"""What documents in two languages add to the admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from schools.pairs.models import DocumentPair, VideoPair
from schools.pairs.report import PromisesMenuItem, PromisesReport
from schools.pairs.rights import may_change
from schools.pairs.viewsets import PairsGroup


@hooks.register("before_edit_snippet")
def only_those_in_their_care(request: HttpRequest, instance: Any) -> None:
    """The admin's own views ask for the right to change documents, not for the right to change this one."""
    if isinstance(instance, DocumentPair | VideoPair) and not may_change(request.user, instance):
        raise PermissionDenied


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path("reports/promises/", PromisesReport.as_view(), name="promised_documents"),
        path("reports/promises/results/", PromisesReport.as_view(results_only=True), name="promised_documents_results"),
    ]


@hooks.register("register_reports_menu_item")
def report_item() -> MenuItem:
    return PromisesMenuItem(
        _("Promised documents"), reverse("promised_documents"), name="promises", icon_name="date", order=1100
    )


register_snippet(PairsGroup)
