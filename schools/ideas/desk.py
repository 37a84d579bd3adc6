"""Where ideas are read: the office sees all of them, people of a school those for their school."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from schools.at_school import has_a_school, visible_to
from schools.ideas.box import move
from schools.ideas.models import Idea

ALL_SCHOOLS = "ideas.change_idea"
PER_PAGE = 50


class IdeasMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(ALL_SCHOOLS) or has_a_school(request.user))


def ideas_list(request: HttpRequest) -> HttpResponse:
    found = _visible(request)
    chosen = request.GET.get("status", "")
    if chosen in Idea.Status.values:
        found = found.filter(status=chosen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    context = {"page": page, "states": Idea.Status.choices, "chosen": chosen}
    return render(request, "schools/ideas/admin/list.html", context)


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
    if not (request.user.has_perm(ALL_SCHOOLS) or has_a_school(request.user)):
        raise PermissionDenied
    return visible_to(request.user, Idea.objects.select_related("school"), right=ALL_SCHOOLS)
