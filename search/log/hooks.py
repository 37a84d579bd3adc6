"""The report's place in the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.log.report import AskedMenuItem, AskedReport, mark_gap


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path("reports/searches/", AskedReport.as_view(), name="search_asked"),
        path("reports/searches/results/", AskedReport.as_view(results_only=True), name="search_asked_results"),
        path("reports/searches/gap/", mark_gap, name="search_mark_gap"),
    ]


@hooks.register("register_reports_menu_item")
def report_item() -> MenuItem:
    return AskedMenuItem(
        _("What families search for"), reverse("search_asked"), name="searches", icon_name="search", order=1200
    )


@hooks.register("register_permissions")
def report_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="search", codename__in=["view_querylog", "add_searchgap"])
