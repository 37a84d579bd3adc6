"""Needs close to a question that found little, as links: what it means, the wider need, and those beside it."""

from collections.abc import Sequence

from django.db.models import Q

from core.languages import with_words
from directory.models import TaxonomyTerm
from directory.public.addresses import Addresses
from directory.views.browse import Need
from search.request import SearchRequest
from search.service import search

MOST = 6


def needs_near(codes: Sequence[str], addresses: Addresses) -> list[Need]:
    """Only needs that some listing answers: a link from an empty page must not lead to another."""
    terms = {term.code: term for term in TaxonomyTerm.objects.public().filter(code__in=codes)} if codes else {}
    meant = [terms[code] for code in codes if code in terms]
    near = [*meant, *_around(meant)]
    answered = _answered(addresses.language) if near else frozenset()
    unique = {term.pk: term for term in near if term.code in answered}
    shown = list(unique.values())[:MOST]
    pairs = with_words(shown, addresses.language)
    return [Need(addresses.need(words), words.name, words.description, term.icon) for term, words in pairs]


def _around(meant: Sequence[TaxonomyTerm]) -> list[TaxonomyTerm]:
    """The wider needs, then what else lies in them."""
    parents = {term.parent_id for term in meant} - {None}
    found = TaxonomyTerm.objects.public().filter(Q(pk__in=parents) | Q(parent__in=parents)) if parents else ()
    return sorted(found, key=lambda term: term.pk not in parents)


def _answered(language: str) -> frozenset[str]:
    found = search(SearchRequest(language=language, facets=("need",), per_page=1))
    return frozenset(each.value for each in found.facets["need"] if each.count)
