"""What a partner typed as families would read it: the whole page, or the coming week alone. Nothing is stored."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from core.languages import Words
from core.locales import locale_id, source_language
from directory.models import Location
from directory.public.factcard import Week, week_of
from directory.public.opening import Spoken, hours_of, hours_of_place
from directory.views.preview import show
from partners.applying import with_changes
from partners.desk.form import ListingForm
from partners.rights import at_the_partners_desk, listing_for
from partners.values import Values, content_of, language_of, values_of, words_key


def preview(request: HttpRequest, listing: Any, changes: Values) -> HttpResponseBase:
    language = get_language() or source_language()
    changed, words = as_proposed(listing, changes, language)
    return show(changed, words, request, language)


def as_proposed(listing: Any, changes: Values, language: str) -> tuple[Any, Words]:
    """The listing in memory, and its words in one language."""
    facts = {path: value for path, value in changes.items() if not language_of(path)}
    changed = listing.with_content_json(with_changes(content_of(listing), facts))
    row = None
    if language != source_language():
        rows = type(listing).objects.filter(translation_key=listing.translation_key, locale_id=locale_id(language))
        row = rows.first()
        for path, text in changes.items():
            if row is not None and language_of(path) == language and "/" not in path:
                setattr(row, words_key(path), text)
    return changed, Words(changed, row, language, drafts=True)


def week_in(form: ListingForm) -> Week:
    """Of the hours that can be read in the form; those that cannot are as they were."""
    changes: Values = {}
    if form.is_bound:
        form.is_valid()
        changes = form.changes()
    changed, words = as_proposed(form.listing, changes, get_language() or source_language())
    hours = hours_of_place(changed) if isinstance(changed, Location) else hours_of(changed, Spoken(words))
    return week_of(hours, timezone.now())


@at_the_partners_desk
@require_POST
def coming_week(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """A piece of the form, asked for while somebody types."""
    listing = listing_for(request.user, kind, pk)
    week = week_in(ListingForm(listing, values_of(listing), data=request.POST))
    return render(request, "partners/desk/week.html", {"week": week})
