from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext, override

from core.languages import Words, draft_words, words_of
from core.locales import locale_id
from directory.models import DirectoryIndexPage, Organization, Service
from directory.views.records import organization_context, service_context


def preview(listing: Service | Organization, request: HttpRequest, language: str) -> HttpResponseBase:
    """The public page of a draft; a translation row shows its unpublished words over the published facts."""
    if listing.is_source:
        facts, words = listing, words_of(listing, language)
    else:
        facts, words = draft_words(listing)
        language = words.language
    return show(facts, words, request, language)


def show(facts: Service | Organization, words: Words, request: HttpRequest, language: str) -> HttpResponseBase:
    """As the public would read them, whether or not they are stored."""
    with override(language):
        page = DirectoryIndexPage.objects.live().filter(locale_id=locale_id(language)).first()
        if page is None:
            return HttpResponse(gettext("There is no directory page in this language yet."))
        return _render(page, request, facts, words)


def _render(page: DirectoryIndexPage, request: HttpRequest, facts: Any, words: Words) -> HttpResponseBase:
    if isinstance(facts, Organization):
        context, template = organization_context(page, request, facts, words), "directory/organization.html"
    else:
        context, template = service_context(page, request, facts, words), "directory/service.html"
    response = page.render(request, context_overrides={**context, "is_preview": True}, template=template)
    # Rendered now, while the language of the preview is the active one.
    return response.render() if hasattr(response, "render") else response
