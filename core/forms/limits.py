"""How often forms may be sent: enough for people, also where a whole school shares one address, not for programs.

Counted in Django's cache: shared by all processes with Redis, by each process for itself without. An address is never
stored, not even there: the cache knows a keyed hash of it for ten minutes.
"""

import ipaddress
import logging
import time
from math import ceil

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

WINDOW = 10 * 60
SHARED_MAY = 20  # Times as much as one household.
SAME_MAY = 3
HOUSEHOLD = 64  # Of an IPv6 address, the part that a provider gives to one customer.


def minutes_to_wait(request: HttpRequest, form: str, *, most: int = 0, most_on_site: int = 0) -> int:
    """Count one sending of this form; 0 where it may go on, else minutes until the next one may.

    `most` and `most_on_site` are the form's own limits, for one address and for everybody together, where they differ
    from those of the settings: a form that a whole district is asked to fill in on one evening is counted by itself.
    """
    address = _address(request)
    limits = settings.PUBLIC_FORM_LIMITS
    from_here = (most or limits["address"]) * (SHARED_MAY if _is_shared(address) else 1)
    from_everywhere, site = (most_on_site, f"site:{form}") if most_on_site else (limits["site"], "site")
    if not address:
        from_here = from_everywhere  # A server that cannot tell its visitors apart must not count them as one.
    # Sentences in order: who is over the own limit takes no place in that of everybody.
    if _count(f"{form}:{address}") <= from_here and _count(site) <= from_everywhere:
        return 0
    return max(1, ceil((WINDOW - time.time() % WINDOW) / 60))


def in_a_flood(request: HttpRequest, form: str, says: str, *, most: int, most_on_site: int) -> bool:
    """Count one sending that is stored whatever the answer; whether far more came lately than people send.

    `most` is for one address, twenty times as many for one that a whole school shares. What `says` the same as three
    before it from one address is no news, and takes nothing from what others behind that address may send; nor does
    a school pay for a flood that comes from elsewhere.
    """
    address = _address(request)
    if address and _count(f"flood:{form}:{address}:{says}") > SAME_MAY:
        return True
    shared = _is_shared(address)
    here = _count(f"flood:{form}:{address}") > most * (SHARED_MAY if shared else 1)
    everywhere = _count(f"flood:{form}") > most_on_site
    return here or (everywhere and not shared)


def _count(what: str) -> int:
    """How often in this window, this time included; 0 where the cache is away: better too many than nobody."""
    window = int(time.time() // WINDOW)
    key = "forms:" + salted_hmac("core.forms.limits", f"{what}:{window}", algorithm="sha256").hexdigest()
    try:
        cache.add(key, 0, timeout=WINDOW)
        return int(cache.incr(key))
    except Exception:
        logger.exception("Forms are not counted: the cache does not answer")
        return 0


def _address(request: HttpRequest) -> str:
    """As sign-in reads it, behind as many proxies as are trusted; empty where the server does not tell."""
    try:
        found = ipaddress.ip_address(get_adapter(request).get_client_ip(request))
    except (PermissionDenied, ImproperlyConfigured, ValueError):
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, HOUSEHOLD), strict=False).network_address)
    return str(found)


def _is_shared(address: str) -> bool:
    if not address:
        return False
    one = ipaddress.ip_address(address)
    return any(one in network for network in shared_networks())


def shared_networks() -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    return [network for text in settings.SHARED_ADDRESSES if (network := network_of(text))]


def network_of(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    """None for what is no network; a system check names it."""
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError:
        return None
