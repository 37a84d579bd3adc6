"""What every template may ask: the district, this page's other languages, and where it stands."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from core.alternates import alternates
from core.models import District


@dataclass(frozen=True)
class Office:
    """The district as a page shows it, in the reader's language."""

    name: str
    office_name: str
    phone: str
    phone_href: str
    text_href: str
    email: str
    address: str
    logo: Any
    colours_version: str

    @property
    def has_colours(self) -> bool:
        return bool(self.colours_version)


def dialable(number: str) -> str:
    """Digits and a leading plus only, as `tel:` and `sms:` want them."""
    digits = "".join(c for c in number if c.isdigit())
    return ("+" if number.strip().startswith("+") else "") + digits


def office_of(district: District) -> Office:
    return Office(
        name=district.name,
        office_name=district.office_name,
        phone=district.phone,
        phone_href=f"tel:{dialable(district.phone)}" if district.phone else "",
        text_href=f"sms:{dialable(district.text_phone)}" if district.text_phone else "",
        email=district.email,
        address=district.address,
        logo=district.logo,
        colours_version=district.colours_version,
    )


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "district": SimpleLazyObject(lambda: office_of(District.for_request(request))),
        "alternates": SimpleLazyObject(lambda: alternates(request)),
        "page_language": get_language(),
        "quick_exit_url": settings.QUICK_EXIT_URL,
    }
