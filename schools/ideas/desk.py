"""Where ideas are read: the office sees all of them, people of a school those for their school."""

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

from schools.at_school import reads_any, visible_to
from schools.counting import FEWEST, NamedCounts, counted_by
from schools.ideas.box import move
from schools.ideas.models import Idea
from schools.tables import table_file

COLUMNS = (
    gettext_lazy("reference"),
    gettext_lazy("school"),
    gettext_lazy("council"),
    gettext_lazy("kind"),
    gettext_lazy("status"),
    gettext_lazy("received"),
    gettext_lazy("state since"),
)
ALL_SCHOOLS = "ideas.change_idea"
PER_PAGE = 50


class IdeasMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return reads_any(request.user, right=ALL_SCHOOLS)


def ideas_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(_narrowed(request), PER_PAGE).get_page(request.GET.get("p"))
    shown = {"page": page, "states": Idea.Status.choices, "chosen": request.GET.get("status", "")}
    counts = {"counts": _counts(_visible(request)), "fewest": FEWEST}
    return render(request, "schools/ideas/admin/list.html", {**shown, **counts})


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """What the list shows; no words of a family and no way to reach it."""
    return table_file("ideas", form, COLUMNS, map(_row, _narrowed(request)))


def _narrowed(request: HttpRequest) -> QuerySet[Idea]:
    chosen = request.GET.get("status", "")
    return _visible(request).filter(status=chosen) if chosen in Idea.Status.values else _visible(request)


def _row(idea: Idea) -> list[str]:
    return [
        idea.reference,
        idea.school.title if idea.school else "",
        idea.council.title if idea.council else "",
        idea.get_kind_display(),
        idea.get_status_display(),
        timezone.localdate(idea.received_at).isoformat(),
        idea.changed_on.isoformat(),
    ]


def _counts(found: QuerySet[Idea]) -> list[NamedCounts]:
    kinds, states = dict(Idea.Kind.choices), dict(Idea.Status.choices)
    return [
        (_("By kind"), [(str(kinds[row.value]), row.count) for row in counted_by(found, "kind")]),
        (_("By status"), [(str(states[row.value]), row.count) for row in counted_by(found, "status")]),
    ]


def idea_page(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "schools/ideas/admin/idea.html", {"idea": get_object_or_404(_visible(request), pk=pk)})


@require_POST
def move_idea(request: HttpRequest, pk: int) -> HttpResponse:
    idea = get_object_or_404(_visible(request), pk=pk)
    try:
        move(idea, request.POST.get("status", ""))
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("Noted."))
    return redirect("ideas_idea", pk)


def _visible(request: HttpRequest) -> QuerySet[Idea]:
    if not reads_any(request.user, right=ALL_SCHOOLS):
        raise PermissionDenied
    return visible_to(request.user, Idea.objects.select_related("school", "council"), right=ALL_SCHOOLS)
