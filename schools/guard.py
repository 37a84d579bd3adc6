"""What Wagtail leaves open to whoever edits one school: pages of others in choosers and translations, and the school's
own place in the tree."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from schools.models import SchoolPage


def may_translate(user: Any, page: Page) -> bool:
    """Whoever edits the page, or the part of another language's tree where its translation stands."""
    if page.permissions_for_user(user).can_edit():
        return True
    parent = page.get_parent()
    places = [*page.get_translations(), *(parent.get_translations() if parent is not None and parent.depth > 1 else ())]
    return any(place.permissions_for_user(user).can_edit() for place in places)


def without_drafts_of_others(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """A link may lead to any page that families see; what others are still writing is not even named."""
    if request.user.is_superuser:
        return pages
    own = policy_registry.get_by_type(Page).explorable_instances(request.user)
    return pages.filter(Q(live=True) | Q(pk__in=own.values("pk")))


def keep_schools(request: HttpRequest, *pages: Page) -> None:
    """Wagtail lets an editor delete or move a page that is not published: a school goes by the office's hand only."""
    schools = [page for page in pages if isinstance(page.specific, SchoolPage)]
    if not all(school.get_parent().permissions_for_user(request.user).can_add_subpage() for school in schools):
        raise PermissionDenied


def only_own_rooms(parent: Page, pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Wagtail shows the heading of any page in the tree to whoever edits in two languages, be it a draft."""
    own = policy_registry.get_by_type(Page).explorable_instances(request.user)
    if not own.filter(pk=parent.pk).exists():
        raise PermissionDenied
    return pages
