"""What needs drives add to the admin."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from events.drives import desk
from events.drives.entering import enter
from events.drives.export import export
from events.drives.models import Pledge
from events.drives.slip import slip


@hooks.register("register_admin_urls")
def drive_urls() -> list[URLPattern]:
    return [
        path("drives/", desk.drives, name="drives"),
        path("drives/<int:pk>/", desk.drive, name="drive_desk"),
        path("drives/<int:pk>/enter/", enter, name="drive_enter"),
        path("drives/<int:pk>/table.<str:form>", export, name="drive_export"),
        path("drives/<int:pk>/<int:pledge>/slip/", slip, name="drive_slip"),
        path("drives/<int:pk>/<int:pledge>/<slug:name>/", desk.act, name="drive_act"),
    ]


@hooks.register("register_admin_menu_item")
def drives_item() -> MenuItem:
    return desk.DrivesMenuItem(_("Needs drives"), reverse("drives"), name="drives", icon_name="pick", order=229)


@hooks.register("before_delete_page")
def pledges_are_not_deleted_with_a_page(request: HttpRequest, page: Page) -> None:
    _keep_pledges(request, page)


@hooks.register("before_bulk_action")
def nor_with_many_pages(request: HttpRequest, kind: str, objects: Iterable[Any], _action: Any) -> None:
    if kind == "delete":
        for page in objects:
            if isinstance(page, Page):
                _keep_pledges(request, page)


def _keep_pledges(request: HttpRequest, page: Page) -> None:
    """People come with what they pledged: their drive is closed or taken off the site, not deleted under them."""
    below = Page.objects.descendant_of(page, inclusive=True).values("pk")
    waiting = Pledge.objects.filter(stand__drive__in=below, state=Pledge.State.PROMISED, purged_at=None)
    if waiting.exists():
        messages.error(request, gettext("Neighbors have pledged things here. Close the drive instead of deleting it."))
        raise PermissionDenied
