"""Whether the web pages and mail domains of listings still answer: each is tried once a week, a few at every tick."""

import ssl
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import dns.exception
import dns.resolver
from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone
from django_tasks import task

from core.outside import HTTPException, InsideError, UnknownHostError, asked, detour
from directory.models import Contact, Organization, Service, Url
from partners.models import Link

MOST_DETOURS, AT_ONCE, DNS_SECONDS = 5, 8, 6
# Who does not let machines in is there all the same.
GONE, TURNED_AWAY = frozenset({404, 410}), frozenset({401, 403, 405, 406, 408, 425, 429, 451})
NOBODY, ENOUGH = frozenset({Link.Problem.UNKNOWN, Link.Problem.SILENT}), 5

Named = tuple[str, str]  # A kind of link, and its address.


@dataclass(frozen=True)
class Broken:
    link: Link
    listings: tuple[Any, ...]


def check_links() -> None:
    """A step of `tick`."""
    if due().exists() or Link.objects.exclude(named_on=timezone.localdate()).exists() or not Link.objects.exists():
        check_some_links.enqueue()


@task()
def check_some_links() -> None:
    gather()
    some = list(due()[: settings.LINKS_A_TICK])
    with ThreadPoolExecutor(AT_ONCE) as pool:
        problems = list(pool.map(problem_of, [link.what for link in some], [link.address for link in some]))
    if len(some) >= ENOUGH and NOBODY.issuperset(problems):
        return  # Our own line is down, not everybody's page.
    for link, problem in zip(some, problems, strict=True):
        write_down(link, problem)


def due() -> Any:
    """Never tried first, then those that were tried longest ago."""
    before = timezone.now() - timedelta(days=settings.LINKS_CHECKED_EVERY_DAYS)
    rows = Link.objects.filter(Q(checked_at=None) | Q(checked_at__lte=before))
    return rows.order_by(F("checked_at").asc(nulls_first=True), "pk")


def gather() -> None:
    """Once a day: what listings name now is followed, what none names any more is forgotten."""
    today = timezone.localdate()
    if Link.objects.filter(named_on=today).exists():
        return
    named = set(named_by())
    known = set(Link.objects.values_list("what", "address"))
    Link.objects.bulk_create(
        [Link(what=what, address=address, named_on=today) for what, address in sorted(named - known)],
        ignore_conflicts=True,
    )
    gone = known - named
    Link.objects.filter(pk__in=[row.pk for row in Link.objects.all() if (row.what, row.address) in gone]).delete()
    Link.objects.update(named_on=today)


def named_by() -> dict[Named, list[Any]]:
    """Every link of public listings, with the listings that name it."""
    found: dict[Named, list[Any]] = defaultdict(list)
    services, organizations = Service.objects.public(), Organization.objects.public()
    for listing, address in _pages(services, organizations):
        if _is_web_address(address):
            found[Link.What.PAGE, address].append(listing)
    for listing, address in _mails(services, organizations):
        _name, at, domain = address.rpartition("@")
        if at and domain:
            found[Link.What.MAIL, domain.lower()].append(listing)
    return dict(found)


def broken() -> list[Broken]:
    """With who names them; the oldest break first."""
    rows = list(Link.objects.broken())
    named = named_by() if rows else {}
    found = [Broken(row, tuple(dict.fromkeys(named.get((row.what, row.address), ())))) for row in rows]
    return [each for each in found if each.listings]


def broken_by_listing() -> dict[tuple[str, Any], tuple[Link, ...]]:
    """By the kind and key of those who name them."""
    found: dict[tuple[str, Any], tuple[Link, ...]] = {}
    for each in broken():
        for listing in each.listings:
            key = (str(listing._meta.model_name), listing.pk)
            found[key] = (*found.get(key, ()), each.link)
    return found


def problem_of(what: str, address: str) -> str:
    """Empty where somebody answers. Asks the network."""
    return _mail_problem(address) if what == Link.What.MAIL else _page_problem(address)


def write_down(link: Link, problem: str) -> None:
    link.checked_at = timezone.now()
    link.failures = link.failures + 1 if problem else 0
    link.broken_since = (link.broken_since or link.checked_at) if problem else None
    link.problem = problem
    link.save(update_fields=["checked_at", "failures", "broken_since", "problem"])


def _page_problem(address: str) -> str:
    try:
        for _detour in range(MOST_DETOURS):
            with asked(urlsplit(address), accept="text/html, */*;q=0.5") as response:
                address = detour(response, address)
                if not address:
                    return _problem_of_status(response.status)
    except (UnknownHostError, InsideError):
        return Link.Problem.UNKNOWN
    except ssl.SSLCertVerificationError:
        return Link.Problem.CERTIFICATE
    except (OSError, HTTPException, ValueError):
        return Link.Problem.SILENT
    return Link.Problem.ERROR


def _problem_of_status(status: int) -> str:
    if status in GONE:
        return Link.Problem.GONE
    return "" if status < 400 or status in TURNED_AWAY else Link.Problem.ERROR


def _mail_problem(domain: str) -> str:
    """RFC 5321 section 5.1: mail goes to the MX records, without any to the name's own address; RFC 7505: `.` is no."""
    resolver = _resolver()
    try:
        hosts = [str(row.exchange) for row in resolver.resolve(domain, "MX")]
        return Link.Problem.NO_MAIL if hosts == ["."] else ""
    except dns.resolver.NXDOMAIN:
        return Link.Problem.UNKNOWN
    except dns.resolver.NoAnswer:
        return "" if any(_has(resolver, domain, kind) for kind in ("A", "AAAA")) else Link.Problem.NO_MAIL
    except (dns.exception.DNSException, UnicodeError):
        return Link.Problem.SILENT


def _has(resolver: dns.resolver.Resolver, domain: str, kind: str) -> bool:
    try:
        return bool(resolver.resolve(domain, kind))
    except dns.resolver.NoAnswer:
        return False


def _resolver() -> dns.resolver.Resolver:
    resolver = dns.resolver.Resolver(configure=not settings.MAIL_NAMESERVERS)
    resolver.lifetime = DNS_SECONDS
    if settings.MAIL_NAMESERVERS:
        servers = [server.partition(":") for server in settings.MAIL_NAMESERVERS]
        resolver.nameservers = [host for host, _colon, _port in servers]
        resolver.nameserver_ports = {host: int(port) for host, _colon, port in servers if port}
    return resolver


def _is_web_address(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https") and bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _pages(services: Any, organizations: Any) -> Iterator[tuple[Any, str]]:
    yield from ((row, row.url) for row in services.exclude(url=""))
    yield from ((row, row.website) for row in organizations.exclude(website=""))
    urls = Url.objects.filter(Q(service__in=services) | Q(organization__in=organizations))
    for url in urls.select_related("service", "organization"):
        yield url.service or url.organization, url.url


def _mails(services: Any, organizations: Any) -> Iterator[tuple[Any, str]]:
    yield from ((row, row.email) for row in services.exclude(email=""))
    yield from ((row, row.email) for row in organizations.exclude(email=""))
    contacts = Contact.objects.filter(Q(service__in=services) | Q(organization__in=organizations)).exclude(email="")
    for contact in contacts.select_related("service", "organization"):
        yield contact.service or contact.organization, contact.email
