"""Where a drive is run: what is pledged and what has come, for those who edit its page."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from core.locales import source_language
from core.models import said
from core.pagination import paginate
from events.drives import pledging
from events.drives.models import DrivePage, Pledge
from events.drives.public.items import brought_of, shown_items
from events.drives.rights import drives_in_care_of, pledge_for, running_it, runs_any
from events.drives.standing import stands_of, state_of
from schools.calendar import today

PER_PAGE = 100
ACTS: dict[str, Callable[[Pledge], Pledge]] = {
    "brought": pledging.bring,
    "not-brought": pledging.unbring,
    "cancel": pledging.cancel,
}


class DrivesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return runs_any(request.user)


def reader() -> str:
    return get_language() or source_language()


def drives(request: HttpRequest) -> HttpResponse:
    if not runs_any(request.user):
        raise PermissionDenied
    page = paginate(request, drives_in_care_of(request.user).order_by("-last_drop_off_on", "pk"), PER_PAGE)
    rows = [{"drive": drive, "state": _state(drive)} for drive in page.items]
    return render(request, "events/drives/admin/list.html", {"rows": rows, "pages": page})


def _state(drive: DrivePage) -> str:
    left = [item.left for item in shown_items(drive, reader())]
    return str(state_of(drive, left, today()).label)


@running_it
def drive(request: HttpRequest, drive: DrivePage) -> HttpResponse:
    reference = request.GET.get("reference", "").strip()[:12]
    pledges = Pledge.objects.filter(stand__drive=drive, reference__icontains=reference)
    pledges = pledges.select_related("stand", "entered_by")
    page = paginate(request, pledges.order_by("-pledged_at", "-pk"), PER_PAGE)
    context = {"drive": drive, "state": _state(drive), "rows": _stands(drive), "pages": page}
    context["reference"] = reference
    context["pledges"] = [(pledge, pledge.stand.said_in(reader())) for pledge in page.items]
    return render(request, "events/drives/admin/drive.html", context)


def _stands(drive: DrivePage) -> list[dict[str, Any]]:
    """Each thing with its numbers; last those that are not asked for any more, but were pledged."""
    items, brought = shown_items(drive, reader()), brought_of(drive)
    asked = {item.key for item in items}
    rows = [
        {"name": item.name, "wanted": item.wanted, "pledged": item.pledged, "brought": item.brought} for item in items
    ]
    gone = [stand for key, stand in stands_of(drive).items() if key not in asked and stand.pledged]
    return rows + [
        {
            "name": said(stand.name, reader()),
            "wanted": 0,
            "pledged": stand.pledged,
            "brought": brought.get(stand.item_id, 0),
            "is_gone": True,
        }
        for stand in gone
    ]


@require_POST
@running_it
def act(request: HttpRequest, drive: DrivePage, pledge: int, name: str) -> HttpResponse:
    if name not in ACTS:
        raise Http404
    try:
        ACTS[name](pledge_for(drive, pledge))
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("Done."))
    return redirect("drive_desk", drive.pk)
