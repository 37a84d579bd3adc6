"""Who speaks for which organization, and the way to end it."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from partners.letting_in import end_membership
from partners.models import Membership
from partners.rights import decides

PER_PAGE = 100


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    if not decides(request.user):
        raise PermissionDenied
    rows = Membership.objects.current().select_related("account", "organization").order_by("organization__name", "pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "partners/review/people.html", {"page": page})


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    if not decides(request.user):
        raise PermissionDenied
    end_membership(get_object_or_404(Membership.objects.current().select_related("account"), pk=pk))
    messages.success(request, _("Ended. This account is signed out everywhere, from this moment."))
    return redirect("partners_people")
