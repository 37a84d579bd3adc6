"""While somebody types: needs, listings and places whose names begin so, and the way from each to its page."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy

from core.locales import source_language
from core.spoken import spoken_name
from directory.models import Location, Organization, Service, TaxonomyTerm
from directory.public.directories import public_path
from home.suggested import Suggested, known_needs
from schools.page_documents import page_kinds
from search.analysis import words
from search.query import LONGEST_TEXT
from search.service import suggest as titles

MOST = 8
MOST_NEEDS = 4
MOST_PLACES = 2
SHORTEST_PLACE = 3  # Two letters are in the name of nearly every place.

KINDS = {
    "need": gettext_lazy("Everything for this need"),
    "service": gettext_lazy("Help"),
    "organization": gettext_lazy("Organization"),
    "place": gettext_lazy("Look near here"),
}


def suggest(request: HttpRequest) -> HttpResponse:
    """A list for the field to show; nothing of what is typed is kept."""
    language = get_language() or source_language()
    typed = " ".join(match.group() for match in words(request.GET.get("q", "")[:LONGEST_TEXT]))
    found = list(_suggested(typed, language)) if typed else []
    response = render(request, "search/suggestions.html", {"suggestions": _with_words(found, language)})
    response["Cache-Control"] = "private, max-age=60"
    return response


def _suggested(typed: str, language: str) -> Iterator[Suggested]:
    """Needs first: one of them answers more people than any single listing."""
    needs = list(islice(known_needs().beginning(typed, language), MOST_NEEDS))
    places = list(_places(typed))
    listings = (
        Suggested(each.kind, each.object_id, each.text, "" if each.language == language else each.language)
        for each in titles(typed, language, MOST - len(places))
    )
    return chain(needs, islice(listings, MOST - len(needs) - len(places)), places)


def _places(typed: str) -> Iterator[Suggested]:
    """Never a private one: a distance to it would tell where it is."""
    if len(typed) < SHORTEST_PLACE:
        return
    shown = Location.objects.public().filter(address_private=False, latitude__isnull=False, name__icontains=typed)
    for key, name in shown.order_by("name").values_list("pk", "name")[:MOST_PLACES]:
        yield Suggested("place", str(key), name, "")


def _with_words(found: list[Suggested], language: str) -> list[dict[str, str]]:
    names = {**KINDS, **{name: kind.one for name, kind in page_kinds().items()}}
    return [
        {
            "text": each.text,
            "lang": each.lang,
            "lang_name": spoken_name(each.lang) if each.lang else "",
            "kind": str(names[each.kind]),
            "url": _address(each),
        }
        for each in found
        if each.kind in names
    ]


def _address(each: Suggested) -> str:
    if each.kind == "place":
        return f"{reverse('search')}?{urlencode({'place': each.key})}"
    return reverse("search_go", args=[each.kind, each.key])


def go(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """To the page of what was chosen. Its address is looked up only now, so that typing costs little."""
    language = get_language() or source_language()
    return redirect(_path(kind, key, language) or reverse("search"))


def _path(kind: str, key: str, language: str) -> str:
    if kind in page_kinds():
        return _page_path(kind, key, language)
    models: dict[str, Any] = {"need": TaxonomyTerm, "service": Service, "organization": Organization}
    record = models[kind].objects.public().filter(pk=key).first() if kind in models else None
    return public_path(record, language) if record else ""


def _page_path(kind: str, key: str, language: str) -> str:
    for model in page_kinds()[kind].models:
        pages = model._default_manager.live().filter(translation_key=key)
        page = pages.filter(locale__language_code=language).first() or pages.first()
        if page is not None:
            return page.url or ""
    return ""
