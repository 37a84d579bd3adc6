"""The search page: the address is the whole question, so that it can be shared and works without scripts."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from core.locales import source_language
from core.pagination import pages
from directory.public.directories import addresses_in
from directory.views.browse import needs_of
from home.results import cards_of
from home.search_facets import FACETS, chips, facet_groups
from search.notices import NOTICE_WORDS
from search.query import search_request
from search.service import search

PER_PAGE = 20


def search_page(request: HttpRequest) -> HttpResponse:
    language, now = get_language() or source_language(), timezone.now()
    asked = search_request(request.GET, language, facets=FACETS, per_page=PER_PAGE, now=now)
    found = search(asked)
    addresses = addresses_in(language)
    zip_code = (request.GET.get("zip") or "").strip()[:10]
    context: dict[str, Any] = {
        "query": {
            "text": asked.text,
            "zip": zip_code,
            "zip_unknown": bool(zip_code) and asked.near is None,
            "near": asked.near,
            "open_now": request.GET.get("open") == "now",
            "sort": asked.sort,
        },
        "cards": cards_of(found.hits, addresses, now) if addresses else [],
        "pages": pages(request, found.hits, number=found.page, count=found.pages, total=found.total),
        "total": found.total,
        "notices": [NOTICE_WORDS[notice] for notice in found.notices],
        "did_you_mean": found.did_you_mean,
        "groups": facet_groups(found.facets, asked.groups, language),
        "chips": chips(request, asked, language),
        "needs": needs_of(addresses) if addresses and not found.total else [],
    }
    return render(request, "search/search.html", context)
