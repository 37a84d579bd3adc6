from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from core.alternates import set_alternates
from core.languages import Word, Words, with_words
from core.pagination import paginate
from directory.models import DirectoryIndexPage, Organization, Service, TaxonomyTerm
from directory.public.addresses import Addresses
from directory.public.cards import organization_cards, service_cards
from directory.public.directories import addresses_below, addresses_by_language, alternate_paths
from directory.public.finding import Found
from directory.public.opening import today


@dataclass(frozen=True)
class Need:
    """A need one can choose; `narrower` are the needs inside it."""

    url: str
    name: Word
    description: Word
    icon: str
    narrower: tuple["Need", ...] = ()


def needs_of(addresses: Addresses, *, below: bool = False) -> list[Need]:
    """The large choices in their order, with the next level inside where asked for; two queries in all."""
    terms = list(
        TaxonomyTerm.objects.public().filter(Q(parent=None) | Q(parent__parent=None) if below else Q(parent=None))
    )
    inside: defaultdict[Any, list[Need]] = defaultdict(list)
    pairs = with_words(terms, addresses.language)
    for term, words in pairs:
        if term.parent_id:
            inside[term.parent_id].append(_need(term, words, addresses))
    return [_need(term, words, addresses, inside[term.pk]) for term, words in pairs if term.parent_id is None]


def _need(term: TaxonomyTerm, words: Words, addresses: Addresses, narrower: list[Need] | None = None) -> Need:
    return Need(addresses.need(words), words.name, words.description, term.icon, tuple(narrower or ()))


def index(page: DirectoryIndexPage, request: HttpRequest) -> HttpResponseBase:
    addresses = addresses_below(page)
    organizations = paginate(request, Organization.objects.public().order_by("name"), 40)
    context = {
        "needs": needs_of(addresses, below=True),
        "organizations": organization_cards(organizations.items, addresses),
        "pages": organizations,
        "about_url": addresses.about(),
    }
    return page.render(request, context_overrides=context, template="directory/index.html")


def need(page: DirectoryIndexPage, request: HttpRequest, found: Found) -> HttpResponseBase:
    addresses = addresses_below(page)
    term, words = found.facts, found.words
    set_alternates(request, alternate_paths(term, words))
    below = TaxonomyTerm.objects.and_below(term)
    services = paginate(request, Service.objects.public().answering(below).for_cards().order_by("name"))
    narrower = with_words(TaxonomyTerm.objects.public().filter(parent=term), addresses.language)
    context = {
        "need": _need(term, words, addresses, [_need(each, its, addresses) for each, its in narrower]),
        "code": term.code,
        "cards": service_cards(services.items, addresses, timezone.now()),
        "pages": services,
        "breadcrumbs": [(page.title, page.url), *_ancestors(term, addresses)],
    }
    return page.render(request, context_overrides=context, template="directory/need.html")


def _ancestors(term: TaxonomyTerm, addresses: Addresses) -> list[tuple[Word, str]]:
    chain, wider = [], term.parent
    while wider is not None:
        chain.append(wider)
        wider = wider.parent
    return [(words.name, addresses.need(words)) for _each, words in with_words(reversed(chain), addresses.language)]


def about(page: DirectoryIndexPage, request: HttpRequest) -> HttpResponseBase:
    set_alternates(request, {code: addresses.about() for code, addresses in addresses_by_language().items()})
    context = {"numbers": how_fresh(), "breadcrumbs": [(page.title, page.url)]}
    return page.render(request, context_overrides=context, template="directory/about.html")


def how_fresh() -> dict[str, int]:
    """How many public services there are, and how lately they were confirmed; one query."""
    day = today()
    recent = day - timedelta(days=settings.LISTING_AGES_AFTER_DAYS)
    stale = day - timedelta(days=settings.LISTING_GOES_STALE_AFTER_DAYS)
    return Service.objects.public().aggregate(
        total=Count("pk"),
        recent=Count("pk", filter=Q(assured_date__gte=recent)),
        stale=Count("pk", filter=Q(assured_date__lt=stale)),
        never=Count("pk", filter=Q(assured_date=None)),
    )
