"""Everything the directory adds to the admin."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus import MenuItem as ListingMenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.models import WordsMixin
from directory.bulk_confirm import ConfirmBulkAction, confirm_url, undo
from directory.confirm import CONFIRMED, TAKEN_BACK
from directory.dashboard import DirectoryPanel
from directory.guide import GUIDES, guide, guide_address
from directory.models import Location, Organization, Service, TaxonomyTerm
from directory.rights import DirectoryPermissionPolicy, may_edit_facts
from directory.translating import guarded_urls, open_words
from directory.userbar import add_edit_item
from directory.viewsets.listings import DirectoryGroup

for model in (Organization, Service, Location, TaxonomyTerm):
    # Must stand before the snippets: whoever asks first makes a policy of its own.
    register_permission_policy(model, DirectoryPermissionPolicy(model))
register_snippet(DirectoryGroup)
hooks.register("register_bulk_action", ConfirmBulkAction)
hooks.register("construct_wagtail_userbar", add_edit_item)


@hooks.register("before_edit_snippet", order=-1)
def words_open_in_the_editor(request: HttpRequest, row: Any) -> None:
    open_words(request, row)


@hooks.register("register_admin_urls", order=-1)
def urls() -> list[Any]:
    return [
        *guarded_urls(),
        path("guide/<slug:name>/", guide, name="directory_guide"),
        path("directory/confirm/<uuid:act>/undo/", undo, name="directory_confirm_undo"),
    ]


@hooks.register("register_permissions")
def rights_to_words() -> QuerySet:
    return Permission.objects.filter(content_type__app_label="directory", codename__startswith="translate_")


@hooks.register("construct_homepage_panels")
def directory_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.insert(0, DirectoryPanel(request))


def _in_the_help_menu(name: str, label: Any, order: int) -> None:
    item = MenuItem(label, guide_address(name), icon_name="help", order=order, name=f"{name}-guide")
    hooks.register("register_help_menu_item", lambda: item)


for place, (guide_name, guide_label) in enumerate(GUIDES.items()):
    _in_the_help_menu(guide_name, guide_label, order=10 + place)


@hooks.register("insert_global_admin_css")
def colours_of_the_site() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("directory/admin.css"))


@hooks.register("register_snippet_listing_buttons")
def still_correct(listing: Any, user: Any, next_url: str | None = None) -> list[ListingMenuItem]:
    if type(listing) not in ConfirmBulkAction.models or not may_edit_facts(user, type(listing)):
        return []
    url = confirm_url(listing, next_url or "")
    return [ListingMenuItem(_("Still correct today"), url, icon_name="circle-check", priority=15)]


@hooks.register("construct_snippet_listing_buttons")
def words_follow_by_themselves(buttons: list[Any], listing: Any, user: Any) -> None:
    """Our records need no "sync": publishing an original tells its translations at once."""
    if isinstance(listing, WordsMixin):
        buttons[:] = [button for button in buttons if "/localize/update/" not in (button.url or "")]


@hooks.register("before_bulk_action")
def delete_what_was_ticked_only(request: HttpRequest, kind: str, objects: Any, action: Any) -> HttpResponse | None:
    """Wagtail's "select all" forgets the filters of the list: deleting by it would empty the directory."""
    if kind == "delete" and issubclass(action.model, WordsMixin) and "all" in request.GET.getlist("id"):
        messages.error(request, _("Tick the listings to delete one by one."))
        return redirect(action.next_url)
    return None


@hooks.register("register_log_actions")
def confirmations_in_the_log(actions: Any) -> None:
    actions.register_action(CONFIRMED, _("Confirm"), _("Confirmed as correct by our office"))
    actions.register_action(TAKEN_BACK, _("Undo a confirmation"), _("Confirmation taken back"))
