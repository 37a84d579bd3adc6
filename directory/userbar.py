"""“Edit this listing” on the public page, for those who may."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import Resolver404, reverse
from django.utils.translation import override
from wagtail.admin.userbar import BaseItem

from core.languages import facts_of
from core.models import WordsMixin
from directory.models import DirectoryIndexPage, Organization, Service, TaxonomyTerm
from directory.public.addresses import needs_segment, organizations_segment
from directory.public.finding import find
from directory.rights import may_edit_facts


class EditListingItem(BaseItem):
    template_name = "directory/admin/userbar_edit.html"

    def __init__(self, listing: WordsMixin):
        self.edit_url = reverse(type(listing).snippet_viewset.get_url_name("edit"), args=[listing.pk])


def listing_shown(request: HttpRequest, page: Any) -> WordsMixin | None:
    """The record that a page below the directory shows."""
    if not isinstance(page, DirectoryIndexPage) or not page.url:
        return None
    language = page.locale.language_code
    try:
        _view, _args, kwargs = page.resolve_subpage(request.path.removeprefix(page.url.rstrip("/")))
        with override(language):  # The bar speaks the editor's language, the address the page's.
            kinds = {"": Service, organizations_segment(): Organization, needs_segment(): TaxonomyTerm}
        model: Any = kinds[kwargs.get("segment", "")]
        found = find(model.objects.public(), kwargs["slug"], language)
    except (Http404, Resolver404, KeyError):
        return None
    return facts_of(found.facts)


def add_edit_item(request: HttpRequest, items: list[Any], page: Any) -> None:
    listing = listing_shown(request, page)
    if listing is not None and may_edit_facts(request.user, type(listing)):
        items.insert(1, EditListingItem(listing))
