"""Counting what is searched for and opened, without a trace of who did: no cookie, no address, no mark on links."""

from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils.translation import get_language

from core.locales import source_language
from home.search_state import state_of
from search.log import recording
from search.query import search_request
from search.request import SearchRequest


def count_question(request: HttpRequest, asked: SearchRequest, total: int) -> None:
    """The same words narrowed by a filter are no new question."""
    typed = request.GET.get("q", "")
    before = getattr(request, "htmx", None) and request.htmx.current_url  # type: ignore[attr-defined]  # its middleware
    if before and parse_qs(urlsplit(before).query).get("q", [""])[-1] == typed:
        return
    recording.record(asked, typed, total)


def count_opening(request: HttpRequest) -> None:
    """Browsers say to pages of the same site from which of its pages they come: that is enough to count."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    if request.method != "GET" or came_from.netloc != request.get_host() or not _is_search(came_from.path):
        return
    state = state_of(QueryDict(came_from.query))
    recording.opened(search_request(state, get_language() or source_language()))


def _is_search(path: str) -> bool:
    try:
        return resolve(path).url_name == "search"
    except Resolver404:
        return False
