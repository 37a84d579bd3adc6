"""What the schools add to the admin."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from schools.awaiting import schools_panel
from schools.guard import keep_schools, only_own_rooms, without_drafts_of_others
from schools.viewsets.people import SchoolsGroup

register_snippet(SchoolsGroup)
hooks.register("construct_homepage_panels", schools_panel)
hooks.register("construct_page_chooser_queryset", without_drafts_of_others)
hooks.register("construct_explorer_page_queryset", only_own_rooms)


@hooks.register("before_delete_page")
def schools_are_not_deleted_by_their_editors(request: HttpRequest, page: Page) -> None:
    keep_schools(request, page)


@hooks.register("before_move_page")
def schools_are_not_moved_by_their_editors(request: HttpRequest, page: Page, _destination: Page) -> None:
    keep_schools(request, page)


@hooks.register("before_bulk_action")
def nor_many_at_once(request: HttpRequest, kind: str, objects: Iterable[Any], _action: Any) -> None:
    if kind in ("delete", "move"):
        keep_schools(request, *(page for page in objects if isinstance(page, Page)))
