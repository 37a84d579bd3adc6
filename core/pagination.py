"""Page numbers from strangers: whatever they write, they get a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest


@dataclass(frozen=True)
class PageLink:
    number: int
    url: str
    current: bool


@dataclass(frozen=True)
class Pages:
    """One page of a list, with the addresses of its neighbours (empty where there is none)."""

    items: Sequence[Any]
    number: int
    count: int
    total: int
    previous_url: str
    next_url: str
    links: tuple[PageLink, ...]


def paginate(request: HttpRequest, items: Any, per_page: int = 20) -> Pages:
    page = Paginator(items, per_page).get_page(request.GET.get("page"))
    return pages(
        request, list(page.object_list), number=page.number, count=page.paginator.num_pages, total=page.paginator.count
    )


def pages(request: HttpRequest, items: Sequence[Any], *, number: int, count: int, total: int) -> Pages:
    """For lists cut elsewhere, a search engine's for example; `count` is the number of pages."""
    near = [n for n in range(1, count + 1) if n in (1, count) or abs(n - number) <= 2]
    return Pages(
        items=items,
        number=number,
        count=count,
        total=total,
        previous_url=_url(request, number - 1) if number > 1 else "",
        next_url=_url(request, number + 1) if number < count else "",
        links=tuple(PageLink(n, _url(request, n), n == number) for n in near),
    )


def _url(request: HttpRequest, number: int) -> str:
    kept = [(key, value) for key, values in request.GET.lists() if key != "page" for value in values]
    query = urlencode([*kept, ("page", number)] if number > 1 else kept)
    return f"{request.path}?{query}" if query else request.path
