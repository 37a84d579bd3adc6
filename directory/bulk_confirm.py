"""The bulk action "Still correct today" of the lists, and its undoing."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from core.locales import source_locale_id
from directory.confirm import confirm, take_back
from directory.models import Organization, Service
from directory.rights import may_edit_facts
from directory.viewsets.columns import with_word_states


class ConfirmBulkAction(SnippetBulkAction):
    display_name = _("Still correct today")
    aria_label = _("Confirm that the ticked listings are still correct today")
    action_type = "confirm"
    template_name = "directory/admin/confirm.html"
    action_priority = 10

    @classproperty
    def models(cls) -> list[Any]:
        return [Service, Organization]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_edit_facts(request.user, self.model):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def check_perm(self, listing: Any) -> bool:
        return listing.is_source

    def get_all_objects_in_listing_query(self, parent_id: Any) -> QuerySet:
        """ "All" means all that the list showed: with the filters and the search it had."""
        shown = QueryDict(urlsplit(self.next_url).query)
        listings = with_word_states(self.model.objects.filter(locale_id=source_locale_id()))
        viewset = self.model.snippet_viewset
        filters = viewset.filterset_class(shown, queryset=listings, request=self.request)
        if filters.is_valid():
            listings = filters.qs
        text = shown.get("q", "").strip()
        return matching(listings, viewset.search_fields, text).values_list("pk", flat=True)

    @classmethod
    def execute_action(cls, objects: list[Any], **kwargs: Any) -> tuple[int, int]:
        action = kwargs["self"]
        action.act = confirm(objects, by=action.request.user)
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> None:
        """Said here, since only here it can carry a button that undoes it."""
        undo = f"{reverse('directory_confirm_undo', args=[self.act])}?next={quote_url(self.next_url)}"
        text = ngettext(
            "%(count)d listing is marked as correct today.",
            "%(count)d listings are marked as correct today.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
        messages.success(self.request, text, buttons=[messages.button(undo, _("Undo"))])


def quote_url(url: str) -> str:
    parameters = QueryDict(mutable=True)
    parameters["next"] = url
    return parameters.urlencode().removeprefix("next=")


def matching(listings: QuerySet, fields: list[str], text: str) -> QuerySet:
    if not text:
        return listings
    found = listings.none()
    for name in fields:
        found = found | listings.filter(**{f"{name}__icontains": text})
    return found


def confirm_url(listing: Any, next_url: str) -> str:
    model = listing._meta
    page = reverse("wagtail_bulk_action", args=[model.app_label, model.model_name, ConfirmBulkAction.action_type])
    return f"{page}?id={quote(listing.pk)}&next={quote_url(next_url)}"


def undo(request: HttpRequest, act: UUID) -> HttpResponse:
    """A page that asks, since a link must not change anything."""
    next_url = get_valid_next_url_from_request(request) or reverse("wagtailadmin_home")
    if not may_edit_facts(request.user, Service):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "directory/admin/confirm_undo.html", {"next": next_url})
    count = take_back(act, by=request.user)
    text = ngettext("%(count)d listing is as it was.", "%(count)d listings are as they were.", count)
    messages.success(request, text % {"count": count})
    return redirect(next_url)
