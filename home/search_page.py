"""The search page: the address is the whole question, so that it can be shared and works without scripts."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from core.context import dialable
from core.locales import source_language
from core.pagination import pages
from directory.public.directories import addresses_in
from directory.views.browse import needs_of
from home.results import cards_of
from home.search_chips import chips, within_label
from home.search_counting import count_question
from home.search_facets import groups_beside, with_facets
from home.search_nearby import needs_near
from home.search_opening import moments
from home.search_order import orders
from home.search_places import places
from home.search_state import state_of, with_value
from search.notices import NOTICE_WORDS
from search.query import LONGEST_TEXT, search_request
from search.request import OPEN, SearchRequest
from search.response import SearchResponse, Wider
from search.service import search
from search.thesaurus.promoted import PromotedAnswer, answers_for

PER_PAGE = 20
DISTANCES = ("1", "3", "5", "10", "25")


def search_page(request: HttpRequest) -> HttpResponse:
    """A filter changed by script asks for the answer alone; the address is the same."""
    only_answer = bool(request.htmx)  # type: ignore[attr-defined]  # set by its middleware
    response = render(request, "search/answer.html" if only_answer else "search/search.html", _context(request))
    if only_answer:
        response["HX-Push-Url"] = with_value(request.path, state_of(request.GET), "", "")
    patch_vary_headers(response, ["HX-Request"])
    return response


def _context(request: HttpRequest) -> dict[str, Any]:
    language, now = get_language() or source_language(), timezone.now()
    state = state_of(request.GET)
    asked = with_facets(search_request(state, language, per_page=PER_PAGE, now=now))
    found = search(asked)
    count_question(request, asked, found.total)
    addresses = addresses_in(language)
    query = _query(state, asked, found)
    return {
        "query": query,
        "answers": [_shown(answer, language) for answer in answers_for(state.get("q", ""), language)],
        "cards": cards_of(found.hits, addresses, now) if addresses else [],
        "pages": pages(request, found.hits, number=found.page, count=found.pages, total=found.total),
        "total": found.total,
        "notices": [NOTICE_WORDS[notice] for notice in found.notices],
        "meant": _meant(request.path, state, found.did_you_mean),
        "groups": groups_beside(found),
        "chips": chips(request.path, state, asked, found.answered),
        "orders": orders(request.path, state, asked) if found.total > 1 else [],
        "needs": needs_of(addresses) if addresses and (query["nothing_asked"] or not found.total) else [],
        "near_needs": needs_near(found.nearby.subjects, addresses) if addresses else [],
        "wider": [_wider(request.path, state, each) for each in found.nearby.wider],
        "map": {"tiles": settings.MAP_TILE_URL, "attribution": settings.MAP_ATTRIBUTION},
    }


def _shown(answer: PromotedAnswer, language: str) -> dict[str, str]:
    own = answer.language == language
    return {
        "kind": answer.kind,
        "title": answer.title,
        "text": answer.text,
        "phone": answer.phone,
        "phone_href": f"tel:{dialable(answer.phone)}",
        "url": answer.url,
        "lang": "" if own else answer.language,
    }


def _meant(path: str, state: QueryDict, words: str) -> dict[str, str] | None:
    return {"words": words, "url": with_value(path, state, "q", words)} if words else None


def _wider(path: str, state: QueryDict, wider: Wider) -> dict[str, Any]:
    return {"words": wider.text, "count": wider.total, "url": with_value(path, state, "q", wider.text)}


def _query(state: QueryDict, asked: SearchRequest, found: SearchResponse) -> dict[str, Any]:
    """What the fields of the form show: the reader's own words, also those understood as a filter."""
    zip_code, moment = state.get("zip", "").strip()[:10], state.get("open", "")
    position = state.get("near", "") if asked.near and not zip_code else ""
    return {
        "text": state.get("q", "").strip()[:LONGEST_TEXT],
        "zip": zip_code,
        "zip_unknown": bool(zip_code) and asked.near is None,
        "position": position,
        "places": places(state.get("place", "") if asked.near and not position else "", asked.near, asked.language),
        "near": asked.near,
        "near_wanted": asked.near is None and any(each.group == "near_me" for each in asked.understood),
        "moments": moments(moment if asked.open_at else "", found.facets.get(OPEN, ())),
        "distances": [(miles, within_label(miles), miles == state.get("within")) for miles in DISTANCES],
        "sort": asked.sort,
        "nothing_asked": not (asked.text or asked.groups or asked.open_at or asked.near or asked.understood),
    }
