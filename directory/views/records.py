from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from core.alternates import set_alternates
from core.languages import Word, Words, with_words
from directory.models import DirectoryIndexPage, Organization, Service, TaxonomyTerm
from directory.public.actions import organization_actions
from directory.public.addresses import Addresses
from directory.public.cards import service_cards
from directory.public.directories import addresses_below, alternate_paths
from directory.public.factcard import fact_card
from directory.public.finding import Found, find
from directory.public.freshness import freshness_of
from directory.public.jsonld import breadcrumb_data, organization_data, service_data
from directory.public.opening import today
from directory.public.similar import similar_services
from directory.segments import about_segment, needs_segment, organizations_segment
from directory.views.browse import about, need
from schools.pairs.shown import shown_pairs
from schools.topics.focus import focus_links


def record(page: DirectoryIndexPage, request: HttpRequest, slug: str) -> HttpResponseBase:
    if slug == about_segment():
        return about(page, request)
    if slug in (organizations_segment(), needs_segment()):
        return redirect(page.url)  # Somebody shortened an address by hand.
    found = find(Service.objects.public().whole(), slug, page.locale.language_code)
    return service(page, request, found) if found.canonical else _moved(page, request, found)


def record_of_kind(page: DirectoryIndexPage, request: HttpRequest, segment: str, slug: str) -> HttpResponseBase:
    kinds = {
        organizations_segment(): (Organization.objects.public, organization),
        needs_segment(): (TaxonomyTerm.objects.public, need),
    }
    if segment not in kinds:
        raise Http404
    public, view = kinds[segment]
    found = find(public(), slug, page.locale.language_code)
    return view(page, request, found) if found.canonical else _moved(page, request, found)


def _moved(page: DirectoryIndexPage, request: HttpRequest, found: Found) -> HttpResponseBase:
    address = addresses_below(page).of(found.facts, found.words)
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address, permanent=True)


def service(page: DirectoryIndexPage, request: HttpRequest, found: Found) -> HttpResponseBase:
    set_alternates(request, alternate_paths(found.facts, found.words))
    context = service_context(page, request, found.facts, found.words)
    return page.render(request, context_overrides=context, template="directory/service.html")


def service_context(page: DirectoryIndexPage, request: HttpRequest, facts: Service, words: Words) -> dict[str, Any]:
    addresses, now = addresses_below(page), timezone.now()
    card = fact_card(facts, words, addresses.language, now)
    organization_words = with_words([facts.organization], addresses.language)[0][1]
    needs = _needs(facts, addresses)
    breadcrumbs = [(page.title, page.url), *needs[:1]]
    url = request.build_absolute_uri(addresses.service(words))
    return {
        "record": facts,
        "card": card,
        "canonical_url": url,
        "message": f"{words.name.text}: {url}",
        "here": addresses.service(words),
        "organization": {"name": organization_words.name, "url": addresses.organization(organization_words)},
        "needs": [*needs, *((link.name, link.url) for link in focus_links(facts.focus.all(), addresses.language))],
        "files": shown_pairs((row.paper for row in facts.files.all()), addresses.language),
        "similar": similar_services(facts, addresses),
        "breadcrumbs": breadcrumbs,
        "structured": [service_data(facts, card, url, today(now)), breadcrumb_data(request, breadcrumbs)],
    }


def _needs(facts: Service, addresses: Addresses) -> list[tuple[Word, str]]:
    terms = [row.taxonomy_term for row in facts.attributes.all() if row.taxonomy_term and row.taxonomy_term.live]
    found = [(words.name, addresses.need(words)) for _term, words in with_words(terms, addresses.language)]
    # The taxonomy has needs of one name in two branches; a reader wants to see it once.
    return list({name: (name, url) for name, url in reversed(found)}.values())[::-1]


def organization(page: DirectoryIndexPage, request: HttpRequest, found: Found) -> HttpResponseBase:
    set_alternates(request, alternate_paths(found.facts, found.words))
    context = organization_context(page, request, found.facts, found.words)
    return page.render(request, context_overrides=context, template="directory/organization.html")


def organization_context(
    page: DirectoryIndexPage, request: HttpRequest, facts: Organization, words: Words
) -> dict[str, Any]:
    addresses, now = addresses_below(page), timezone.now()
    services = Service.objects.public().of(facts).for_cards().order_by("name")
    breadcrumbs = [(page.title, page.url)]
    url = request.build_absolute_uri(addresses.organization(words))
    return {
        "record": facts,
        "words": words,
        "actions": organization_actions(facts, words),
        "programs": [(words.child(row, "name"), words.child(row, "description")) for row in facts.programs.all()],
        "cards": service_cards(services, addresses, now),
        "freshness": freshness_of(facts, today(now)),
        "breadcrumbs": breadcrumbs,
        "structured": [organization_data(facts, words, url), breadcrumb_data(request, breadcrumbs)],
        "source_language": settings.LANGUAGE_CODE,
    }
