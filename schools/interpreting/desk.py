"""Where requests are answered: the office sees all of them, people of a school those for their school."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from core.spoken import spoken_name
from schools.at_school import reads_any, visible_to
from schools.counting import FEWEST, NamedCounts, counted_by
from schools.interpreting.forms import FilterForm, RegretForm
from schools.interpreting.lead_time import lead_days
from schools.interpreting.models import InterpreterRequest
from schools.interpreting.requests import cover, regret
from schools.tables import table_file

COLUMNS = (
    gettext_lazy("reference"),
    gettext_lazy("school"),
    gettext_lazy("what"),
    gettext_lazy("language"),
    gettext_lazy("status"),
    gettext_lazy("day"),
    gettext_lazy("asked in time"),
    gettext_lazy("received"),
    gettext_lazy("answer by"),
    gettext_lazy("answered"),
)
ALL_SCHOOLS = "interpreting.change_interpreterrequest"
PER_PAGE = 50


def may_answer(user: Any) -> bool:
    return reads_any(user, right=ALL_SCHOOLS)


class RequestsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_answer(request.user)


def requests_list(request: HttpRequest) -> HttpResponse:
    filters = FilterForm(request.GET)
    page = Paginator(_narrowed(request, filters), PER_PAGE).get_page(request.GET.get("p"))
    context = {"page": page, "filters": filters, "counts": _counts(_visible(request)), "fewest": FEWEST}
    return render(request, "schools/interpreting/admin/list.html", context)


def _counts(found: QuerySet[InterpreterRequest]) -> list[NamedCounts]:
    states = dict(InterpreterRequest.Status.choices)
    return [
        (_("By language"), [(str(spoken_name(row.value)), row.count) for row in counted_by(found, "language")]),
        (_("By status"), [(str(states[row.value]), row.count) for row in counted_by(found, "status")]),
    ]


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """What the list shows, without where it is, what it is about and how to reach the family."""
    return table_file("interpreters", form, COLUMNS, map(_row, _narrowed(request, FilterForm(request.GET))))


def _narrowed(request: HttpRequest, filters: FilterForm) -> QuerySet[InterpreterRequest]:
    found = _visible(request).filter(**filters.chosen())
    return found.order_by("-status", "answer_due_on", "needed_on", "pk")


def _row(asked: InterpreterRequest) -> list[str]:
    answered = timezone.localdate(asked.answered_at).isoformat() if asked.answered_at else ""
    return [
        asked.reference,
        asked.school.title if asked.school else "",
        asked.get_what_display(),
        asked.language_name,
        asked.get_status_display(),
        asked.needed_on.isoformat(),
        _("yes") if asked.in_time else "",
        timezone.localdate(asked.received_at).isoformat(),
        asked.answer_due_on.isoformat(),
        answered,
    ]


def request_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _shown(request, _one(request, pk), RegretForm())


@require_POST
def cover_request(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        cover(_one(request, pk), by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The family is told that it is arranged."))
    return redirect("interpreting_request", pk)


@require_POST
def regret_request(request: HttpRequest, pk: int) -> HttpResponse:
    asked, form = _one(request, pk), RegretForm(request.POST)
    if not form.is_valid():
        return _shown(request, asked, form)
    try:
        regret(asked, by=request.user, **form.cleaned_data)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return _shown(request, asked, form)
    messages.success(request, _("The family is told, with what you offer."))
    return redirect("interpreting_request", pk)


def _visible(request: HttpRequest) -> QuerySet[InterpreterRequest]:
    if not may_answer(request.user):
        raise PermissionDenied
    found = InterpreterRequest.objects.select_related("school", "answered_by")
    return visible_to(request.user, found, right=ALL_SCHOOLS)


def _one(request: HttpRequest, pk: int) -> InterpreterRequest:
    return get_object_or_404(_visible(request), pk=pk)


def _shown(request: HttpRequest, asked: InterpreterRequest, form: RegretForm) -> HttpResponse:
    moves = {
        "may_cover": asked.may_become(InterpreterRequest.Status.COVERED),
        "may_regret": asked.may_become(InterpreterRequest.Status.NOT_AVAILABLE),
        "needs_days": lead_days(asked.language),
    }
    return render(request, "schools/interpreting/admin/request.html", {"asked": asked, "form": form, **moves})
