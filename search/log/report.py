""" "What families search for": the admin's report, and the mark that no listing covers something yet."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from search.log.asked import asked_questions, found_nothing, seldom_opened
from search.log.models import QueryLog, SearchGap
from search.thesaurus.models import language_choices, language_name

SHOWN = {
    "nothing": (_("Found nothing"), found_nothing),
    "unopened": (_("Found, but seldom opened"), seldom_opened),
    "gaps": (_("No listing covers this"), lambda questions: questions.filter(is_gap=True)),
}
COLUMNS = {
    "words": _("Words"),
    "language_name": _("Language"),
    "times": _("Asked"),
    "without": _("Found nothing"),
    "found": _("Most results"),
    "clicks": _("Listings opened"),
}
SORT_KEYS = {"language_name": "language"}
GAP = _("No listing covers this")


def _language(question: dict[str, Any]) -> str:
    return str(language_name(question["language"]))


ACCESSORS = {"language_name": _language}


def may_see(user: Any) -> bool:
    return user.has_perm("search.view_querylog")


class AskedFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=language_choices, widget=forms.RadioSelect, empty_label=_("All")
    )
    shown = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "Show"),
        choices=[(value, label) for value, (label, _narrow) in SHOWN.items()],
        method="narrow",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = QueryLog
        fields = ["language"]

    def narrow(self, questions: QuerySet, _name: str, value: str) -> QuerySet:
        return SHOWN[value][1](questions)


class WhatNextColumn(Column):
    """Teach the search these words, or note that nobody offers this yet."""

    cell_template_name = "search/admin/what_next.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        query = urlencode({"language": instance["language"], "said": instance["words"]})
        request = parent_context["request"]
        return context | {
            "question": instance,
            "add_url": f"{reverse('wagtailsnippets_search_concept:add')}?{query}",
            "may_add": request.user.has_perm("search.add_concept"),
            "may_mark": request.user.has_perm("search.add_searchgap"),
            "csrf_token": get_token(request),
            "here": request.get_full_path(),
        }


class AskedReport(ReportView):
    page_title = _("What families search for")
    header_icon = "search"
    model = QueryLog
    filterset_class = AskedFilterSet
    index_url_name = "search_asked"
    index_results_url_name = "search_asked_results"
    results_template_name = "search/admin/asked_results.html"
    default_ordering = "-times"
    columns = [
        *(
            Column(name, label=label, accessor=ACCESSORS.get(name, name), sort_key=SORT_KEYS.get(name, name))
            for name, label in COLUMNS.items()
        ),
        WhatNextColumn("what_next", label=_("What next?")),
    ]
    list_export = [*COLUMNS, "is_gap"]
    export_headings = {**COLUMNS, "is_gap": GAP}
    export_filename = "searches"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet:
        return asked_questions()

    def decorate_paginated_queryset(self, questions: Any) -> list[dict[str, Any]]:
        return [{**each, "language_name": _language(each)} for each in questions]


class AskedMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@require_POST
def mark_gap(request: HttpRequest) -> HttpResponse:
    """Set the mark, or take it away again. Only questions that staff may see can be marked."""
    if not request.user.has_perm("search.add_searchgap"):
        raise PermissionDenied
    key = {"text": request.POST.get("text", ""), "language": request.POST.get("language", "")}
    if asked_questions().filter(**key).exists():
        marked, is_new = SearchGap.objects.get_or_create(text=key["text"], language=key["language"])
        if not is_new:
            marked.delete()
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if safe else reverse("search_asked"))
