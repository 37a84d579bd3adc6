"""Whether an e-mail address belongs to whoever owns a website: by the registrable domain, exactly, never by looks."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

# Anybody may have an address there: it proves nothing, even where a listing itself has one.
FREE_MAIL = frozenset(
    {
        *("gmail.com", "googlemail.com", "yahoo.com", "ymail.com", "outlook.com", "hotmail.com", "live.com", "msn.com"),
        *(
            "icloud.com",
            "me.com",
            "mac.com",
            "aol.com",
            "proton.me",
            "protonmail.com",
            "gmx.com",
            "gmx.net",
            "mail.com",
        ),
        *("zoho.com", "yahoo.com.mx", "hotmail.es", "outlook.es", "comcast.net", "att.net", "sbcglobal.net"),
        *("verizon.net", "cox.net", "earthlink.net", "charter.net", "yandex.com", "tutanota.com", "fastmail.com"),
    }
)


def registrable_domain(host: str) -> str:
    """`www.mesa.org` gives `mesa.org`; empty for what nobody can register, and for anything but plain ASCII letters.

    Public suffixes are those of publicsuffix.org, the private ones (`github.io`) among them: names below them belong
    to different people. A name with other letters is compared in its ASCII form, so that none looks like another.
    """
    name = host.strip().rstrip(".").lower()
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return str(_suffixes().privatesuffix(name) or "")


def is_their_own(email: str, organization: Any) -> bool:
    """That the address's domain is exactly that of the organization's website or public mail."""
    theirs = {_domain_of_url(organization.website), _domain_of_mail(organization.email)} - {""} - FREE_MAIL
    return _domain_of_mail(email) in theirs


def _domain_of_mail(email: str) -> str:
    return registrable_domain(email.rpartition("@")[2]) if "@" in email else ""


def _domain_of_url(url: str) -> str:
    try:
        return registrable_domain(urlsplit(url).hostname or "")
    except ValueError:
        return ""


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False)
