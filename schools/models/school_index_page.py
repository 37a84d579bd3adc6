from typing import Any

from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from core.models import SitePage


class SchoolIndexPage(SitePage):
    """Find my school: by name, ZIP code or grade."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["schools.SchoolPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of schools")
        verbose_name_plural = _("lists of schools")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.public.finding.found_schools")(self, request.GET))
        return context
